import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.js';
import { TseccError } from '../../core/errors.js';
import { message, type Message, type Phrase } from '../../core/message.js';
import { CompileError } from '../compile-error.js';
import { architectureOf, type Architecture } from '../toolchain/architecture.js';
import { isIntact } from '../toolchain/checksum.js';
import type { Environment } from '../toolchain/find-executable.js';
import { installHint } from '../toolchain/install-hint.js';
import type { RunOptions } from '../toolchain/run.js';
import { markUsed } from '../toolchain/trim-cache.js';
import { vmlinuxDirectory } from '../toolchain/vmlinux.js';
import type { ClangTarget } from './clang-args.js';
import { compileObject, hasBpfTarget, type ClangResult, type Toolchain } from './compile-object.js';
import { condense } from './condense.js';
import { addCures } from './cures.js';
import { readHeaders } from './headers.js';
import { lineReader } from './line-reader.js';
import { ownHeaders } from './own-headers.js';
import { parseDiagnostics } from './parse-diagnostics.js';
import { discard, makeInBackground, precompiledHeaderFor } from './precompiled-header.js';
import { dateFlags, sourceDate } from './source-date.js';

/** A source that was read. */
export interface Source {
  /** As the user named it; never begins with a dash. */
  readonly path: string;
  readonly directory: string;
  readonly text: string;
  /** C text that clang is to see behind it. */
  readonly appended?: string | undefined;
}

/** What a compile needs beside its source. */
export interface ClangOptions extends RunOptions {
  readonly env: Environment;
  readonly tools: Toolchain;
  readonly additionalFlags: readonly string[];
  /** The machine whose kernel runs the program; this one when left out. */
  readonly architecture?: Architecture | undefined;
  /** A vmlinux.h or BTF that the user named. */
  readonly vmlinux?: string | undefined;
  /** Sees what the lab says while it starts for the first time. */
  readonly onProgress?: ((text: Phrase) => void) | undefined;
  /** Told what the compile hangs on, also where it fails. */
  readonly onInputs?: ((inputs: CompileInputs) => void) | undefined;
}

/** What a compile hangs on, as far as it is known. Relative paths are from the working directory. */
export interface CompileInputs {
  /** What clang read; where it refused, it does not say. */
  readonly files: readonly string[];
  /** Where it looked for headers, in this order. */
  readonly searched: readonly string[];
  /** Files that are not there, and would be taken if they were. */
  readonly absent?: readonly string[];
}

/** A compiled object and clang's warnings. */
export interface CompiledObject {
  readonly object: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: CompileInputs;
}

/**
 * Compiles a source to a stripped object. vmlinux.h is made only for a source that includes it, itself or through
 * another header. Throws {@link CompileError} when clang refuses the source, `tool-missing` when a tool does not do.
 */
export async function compileSource(source: Source, options: ClangOptions): Promise<CompiledObject> {
  let directory =
    options.vmlinux !== undefined || includesVmlinux(source) ? await vmlinuxFor(options) : undefined;
  let target = targetOf(source, options, directory);
  let result = await compileFast(source, target, options);
  if (!result.object && needsVmlinux(directory, result)) {
    directory = await vmlinuxFor(options);
    target = targetOf(source, options, directory);
    result = await compileObject(options.tools, target, options);
  }
  if (!result.object && dynamicStack.test(result.stderr))
    result = await findDynamicStack(target, result, options);
  const inputs = { files: result.read, searched: searchedBy(target) };
  options.onInputs?.(inputs);
  const foreign = directory !== undefined && isForeign(options);
  const headers = readHeaders(source.text, inputs.searched);
  const diagnostics = condense(addCures(parseDiagnostics(result.stderr, lineReader()), headers));
  if (!result.object) throw await refusal(source, diagnostics, result.stderr, { ...options, foreign });
  return {
    object: result.object,
    diagnostics: foreign ? [...diagnostics, foreignTypes(options)] : diagnostics,
    inputs,
  };
}

// The source includes it through another header, or somebody has emptied the cache in this moment.
function needsVmlinux(directory: string | undefined, { stderr }: ClangResult): boolean {
  return directory === undefined ? missingVmlinux.test(stderr) : !existsSync(join(directory, 'vmlinux.h'));
}

const dynamicStack = /Unsupported dynamic stack allocation/;

/** The back end does not say where: the front end can. */
async function findDynamicStack(
  target: ClangTarget,
  result: ClangResult,
  options: ClangOptions,
): Promise<ClangResult> {
  const additionalFlags = [...target.additionalFlags, '-Werror=vla'];
  const located = await compileObject(options.tools, { ...target, additionalFlags }, options);
  return located.object || dynamicStack.test(located.stderr) ? result : located;
}

/** True when the kernel's types are those of this machine, and the program is for another. */
function isForeign({ architecture, vmlinux }: ClangOptions): boolean {
  return vmlinux === undefined && architecture !== undefined && architecture !== architectureOf(process.arch);
}

const foreignCure = ({ architecture }: ClangOptions): Message =>
  message`name types of ${architecture?.bpf ?? ''}: --vmlinux FILE, a vmlinux.h or BTF from there`;

function foreignTypes(options: ClangOptions): Diagnostic {
  const here = architectureOf(process.arch)?.bpf ?? process.arch;
  return {
    severity: 'warning',
    text: message`vmlinux.h has the types of this machine, ${here}; the program is for ${options.architecture?.bpf ?? ''}`,
    notes: [],
    cure: foreignCure(options),
  };
}

const missingVmlinux = /fatal error: 'vmlinux\.h' file not found/;

// A vmlinux.h beside the source is the user's own choice of a kernel.
function includesVmlinux({ text, directory }: Source): boolean {
  return (
    /^[ \t]*#[ \t]*include[ \t]*["<]vmlinux\.h[">]/m.test(text) && !existsSync(join(directory, 'vmlinux.h'))
  );
}

const vmlinuxFor = async (options: ClangOptions): Promise<string> =>
  vmlinuxDirectory({ ...options, file: options.vmlinux });

function targetOf(
  source: Source,
  { additionalFlags, architecture: asked, env }: ClangOptions,
  directory: string | undefined,
): ClangTarget {
  const architecture = asked ?? architectureOf(process.arch);
  return {
    source: source.path,
    sourceDirectory: source.directory,
    architecture,
    bpfTarget: asked?.target,
    vmlinuxDirectory: directory,
    systemDirectories: systemDirectories(architecture),
    dateFlags: dateFlags(sourceDate(env)),
    additionalFlags,
    ownHeaders: ownHeaders(),
    appended: source.appended,
  };
}

/**
 * Where the C library of a machine has its `asm/types.h`: as its own, or as Debian's packages for cross-compiling have
 * it. Where there is none for another machine, this one's does, if it has the same byte order.
 */
export function systemDirectories(architecture: Architecture | undefined): string[] {
  const here = architectureOf(process.arch);
  const found = (architecture?.triplets ?? [])
    .flatMap((triplet) => [join('/usr/include', triplet), join('/usr', triplet, 'include')])
    .filter(existsSync);
  const same = here !== architecture && here?.target === architecture?.target;
  return found.length === 0 && same ? systemDirectories(here) : found;
}

/** Where clang looks for headers: our directories and the user's, then those of every C compiler. */
function searchedBy(target: ClangTarget): readonly string[] {
  const { sourceDirectory, vmlinuxDirectory, additionalFlags, systemDirectories } = target;
  const added = additionalFlags.flatMap((flag, index) => {
    if (!flag.startsWith('-I')) return [];
    return [flag === '-I' ? (additionalFlags[index + 1] ?? '.') : flag.slice(2)];
  });
  const first = [sourceDirectory, ...(vmlinuxDirectory === undefined ? [] : [vmlinuxDirectory])];
  return [...first, ...added, target.ownHeaders, '/usr/local/include', '/usr/include', ...systemDirectories];
}

/**
 * With the precompiled vmlinux.h where there is one; where not, it is made for the next time. While clang works, we look
 * whether what it reads of the cache is intact; what is made of a damaged header is dropped, and the header with it.
 */
async function compileFast(source: Source, target: ClangTarget, options: ClangOptions): Promise<ClangResult> {
  const precompiled = precompiledHeaderFor(options.tools.clang, target, source.text);
  if (precompiled && existsSync(precompiled.path)) {
    markUsed(precompiled.path);
    const compiling = compileObject(
      options.tools,
      { ...target, precompiledHeader: precompiled.path },
      options,
    );
    const intact = isIntact(precompiled.path);
    const fast = await compiling;
    if (intact && (fast.object || !fast.stderr.includes(precompiled.path))) return fast;
    // It is damaged, or clang does not like it: then it is out of date.
    discard(precompiled);
  }
  const compiling = compileObject(options.tools, target, options);
  const intact =
    target.vmlinuxDirectory === undefined || isIntact(join(target.vmlinuxDirectory, 'vmlinux.h'));
  const result = await compiling;
  if (!intact && target.vmlinuxDirectory !== undefined) {
    rmSync(target.vmlinuxDirectory, { recursive: true, force: true });
    return { ...result, object: undefined };
  }
  if (result.object && precompiled) makeInBackground(precompiled);
  return result;
}

async function refusal(
  source: Source,
  diagnostics: readonly Diagnostic[],
  stderr: string,
  options: ClangOptions & { readonly foreign: boolean },
): Promise<TseccError> {
  const { clang } = options.tools;
  if (!diagnostics.some(({ location }) => location) && !(await hasBpfTarget(clang, options))) {
    return new TseccError(
      'tool-missing',
      message`compile '${source.path}': '${clang}' was built without the BPF target`,
      {
        cure: message`name another: --clang-bin, or install one: ${installHint('clang')}`,
        log: stderr,
      },
    );
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    const count = errors === 1 ? message`an error` : message`${errors} errors`;
    return new CompileError(message`compile '${source.path}': clang found ${count}`, diagnostics, {
      log: stderr,
      ...(options.foreign ? { cure: foreignCure(options) } : {}),
    });
  }
  return new CompileError(
    message`compile '${source.path}': clang failed: ${stderr.trim().split('\n')[0] || message`it said nothing`}`,
    diagnostics,
    {
      log: stderr,
    },
  );
}
