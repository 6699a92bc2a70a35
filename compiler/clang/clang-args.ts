import { basename } from 'node:path';
import type { Architecture } from '../toolchain/architecture.js';

/** One compile, as clang has to know it. */
export interface ClangTarget {
  /** As clang shall name it in its messages; never begins with a dash. */
  readonly source: string;
  /** The source's directory, as in `source`; '.' for a bare file name. */
  readonly sourceDirectory: string;
  /** Undefined for a machine whose registers libbpf's headers do not know. */
  readonly architecture: Architecture | undefined;
  /** clang's name of BPF in the byte order of the kernel; of this machine's when left out. */
  readonly bpfTarget?: 'bpfel' | 'bpfeb' | undefined;
  /** Where vmlinux.h lies, if the source needs ours. */
  readonly vmlinuxDirectory?: string | undefined;
  /** vmlinux.h, compiled in advance. */
  readonly precompiledHeader?: string | undefined;
  /** Directories with the C library's `asm/types.h` that exist. */
  readonly systemDirectories: readonly string[];
  /** What fixes the time that `__DATE__` and its like tell. */
  readonly dateFlags?: readonly string[] | undefined;
  /** What the user adds. */
  readonly additionalFlags: readonly string[];
  /** The directory of the headers that come with tsecc. */
  readonly ownHeaders: string;
  /** File for the names of all files that clang reads, as a rule for make. */
  readonly ruleFile?: string | undefined;
  /** C text behind the source, which clang then reads from its standard input: the user's file is not touched. */
  readonly appended?: string | undefined;
}

/** Flags that decide what code means: a precompiled header must be made with the same. */
export function languageFlags({
  architecture,
  bpfTarget,
}: Pick<ClangTarget, 'architecture' | 'bpfTarget'>): string[] {
  return [
    // bpftool and libbpf need the types: BTF is made from debug information, which llvm-strip -g then removes.
    '-g',
    // The source's lines go into BTF.ext, where the verifier's log quotes them. Without this clang would read them again
    // by the name that the object has for the source, which no directory of this machine is part of.
    '-gdwarf-5',
    '-gembed-source',
    // Without optimizing, calls to helpers are not yet calls to constants, and nothing would load.
    '-O2',
    '-target',
    bpfTarget ?? 'bpf',
    // Which registers PT_REGS_PARM1 and BPF_KPROBE read.
    ...(architecture ? [`-D__TARGET_ARCH_${architecture.bpf}`] : []),
    // Hardened distributions switch it on by default; BPF has no such thing.
    '-fno-stack-protector',
  ];
}

/**
 * How clang is told to read a source with something appended. `-` would do as well, but then clang looks for quoted
 * headers in the working directory. Standard input must be a file: clang opens it anew, which a socket does not allow,
 * and that is what Node.js makes of a pipe.
 */
export const standardInput = '/dev/stdin';

/** All arguments of clang for a compile of one source to an object on its stdout. Pure. */
export function clangArgs(target: ClangTarget): string[] {
  const { source, sourceDirectory, vmlinuxDirectory, precompiledHeader, systemDirectories } = target;
  return [
    ...languageFlags(target),
    // A function nobody declared is an error of the kernel's loader at best: clang before 16 only warns.
    '-Werror=implicit-function-declaration',
    // No path of this machine gets into the object: the same source gives the same bytes anywhere.
    '-fdebug-compilation-dir=.',
    ...(sourceDirectory === '.' ? [] : [`-ffile-prefix-map=${withSlash(sourceDirectory)}=`]),
    // Messages in the form that parse-diagnostics reads.
    '-fno-color-diagnostics',
    '-fdiagnostics-print-source-range-info',
    '-fdiagnostics-parseable-fixits',
    // Where the back end gives up, no copies of the source are left in the directory for temporary files.
    '-fno-crash-diagnostics',
    // ecc finds headers beside the source in angle brackets too; and a vmlinux.h there goes before ours.
    `-I${sourceDirectory}`,
    ...(vmlinuxDirectory === undefined ? [] : [`-I${vmlinuxDirectory}`]),
    ...(precompiledHeader === undefined ? [] : ['-include-pch', precompiledHeader]),
    // linux/types.h includes asm/types.h, which Debian keeps apart for each machine. Last, so that it shadows nothing.
    ...systemDirectories.flatMap((directory) => ['-idirafter', directory]),
    ...(target.appended === undefined ? [] : namedAs(target)),
    ...(target.dateFlags ?? []),
    ...target.additionalFlags,
    // Behind all directories of the user's: ours shadow nothing.
    `-I${target.ownHeaders}`,
    ...(target.ruleFile === undefined ? [] : ['-MD', '-MF', target.ruleFile, '-MT', 'object']),
    '-c',
    ...(target.appended === undefined ? [source] : ['-x', 'c', standardInput]),
    // The object goes to llvm-strip through a pipe: no file is left by a compile that was interrupted.
    '-o',
    '-',
  ];
}

// As if the user's file itself were read: quoted headers beside it come first, and the object and __FILE__ name it.
function namedAs({ source, sourceDirectory }: ClangTarget): string[] {
  const name = sourceDirectory === '.' ? source : basename(source);
  return ['-iquote', sourceDirectory, `-ffile-prefix-map=${standardInput}=${name}`];
}

const withSlash = (directory: string): string => (directory.endsWith('/') ? directory : `${directory}/`);
