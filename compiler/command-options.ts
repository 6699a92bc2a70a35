import type { CompileOptions } from './compile.js';
import { architectureNames } from './toolchain/architecture.js';

/** What a command line asks for. */
export type Command =
  | {
      readonly kind: 'compile';
      readonly source: string;
      readonly verbose: boolean;
      /** Whether a kernel is asked what it says of the package. */
      readonly check: boolean;
      readonly options: CompileOptions;
    }
  | { readonly kind: 'print'; readonly text: string };

/** One option of tsecc. */
export interface OptionRow {
  readonly name: string;
  readonly short?: string;
  /** Name of its value in the help; a switch has none. */
  readonly value?: string;
  readonly help: string;
}

/** Every option, in the order of the help. Letters and names are ecc's where ecc has the option. */
export const optionRows: readonly OptionRow[] = [
  {
    name: 'output-path',
    short: 'o',
    value: 'DIR',
    help: 'write into DIR, made if missing; else beside the source',
  },
  { name: 'verbose', short: 'v', help: 'print the commands that are run' },
  { name: 'yaml', short: 'y', help: 'write package.yaml in place of package.json' },
  {
    name: 'additional-cflags',
    short: 'a',
    value: 'FLAGS',
    help: 'more flags for clang, quoted as for a shell',
  },
  { name: 'clang-bin', short: 'c', value: 'FILE', help: 'clang to use; else $CLANG, else the one in PATH' },
  {
    name: 'llvm-strip-bin',
    short: 'l',
    value: 'FILE',
    help: 'llvm-strip to use; else $LLVM_STRIP, else the one in PATH',
  },
  { name: 'no-generate-package-json', short: 'n', help: 'write the object only' },
  { name: 'header-only', help: 'export the structs of SOURCE itself, which may be a header' },
  {
    name: 'btfgen',
    short: 'b',
    help: 'make SOURCE.tar too: package and minimal BTF, for kernels without BTF',
  },
  {
    name: 'btfhub-archive',
    value: 'DIR',
    help: "with -b: BTF of those kernels, laid out as BTFHub's archive",
  },
  {
    name: 'standalone',
    short: 's',
    help: 'make SOURCE too: one executable file that needs no Node.js and no tsecli',
  },
  {
    name: 'target-arch',
    value: 'ARCH',
    help: `compile for ${architectureNames.join(', ')}`,
  },
  { name: 'vmlinux', value: 'FILE', help: "kernel types: a vmlinux.h or BTF; else the running kernel's" },
  { name: 'check', help: 'then load the package, here or in the lab, and explain what the verifier refuses' },
  { name: 'no-cache', help: 'compile anew, whatever was kept of an earlier compile of the same' },
  { name: 'lang', value: 'LANG', help: 'language of messages: en or zh; else that of the locale' },
  { name: 'help', short: 'h', help: 'print this text' },
  { name: 'version', help: 'print the version' },
];

/** The text of `tsecc --help`. */
export function helpText(): string {
  const lines = optionRows.map(({ name, short, value, help }) => {
    const usage = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
    return `  ${usage.padEnd(32)}${help}\n`;
  });
  return `Usage: tsecc [options] SOURCE.bpf.c [EVENTS.h]

Compiles one BPF source to an object (SOURCE.bpf.o) and to a package (package.json) that tsecli runs. The
package describes what the source puts into its buffers, and the structs of EVENTS.h.

Options:
${lines.join('')}
Examples:
  tsecc kprobe-link.bpf.c                    writes kprobe-link.bpf.o and package.json
  tsecc kprobe-link.bpf.c -o build           the same, in build/
  tsecc trace.bpf.c trace.h                  with the structs of trace.h
  tsecc -a '-DDEBUG -Iinclude' trace.bpf.c   with more flags for clang
  tsecc --vmlinux vmlinux.h trace.bpf.c      for the kernel that this vmlinux.h is of

Exit codes: 0 done, 1 clang refused the source, 2 usage, 9 a needed tool is missing; with --check those of tsecli too,
5 the verifier refused a program
`;
}
