import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../core/diagnostics.js';
import type { OpenedPackage } from '../core/package/types.js';
import { packManifest } from '../core/package/write.js';
import { compileFiles } from './compile-files.js';

/** How to compile. All of it may be left out. */
export interface CompileOptions {
  /** Where object, package and types are written; nothing is written when left out. Made if missing. */
  readonly outputDirectory?: string | undefined;
  /** True for TypeScript types of what the package gives. */
  readonly types?: boolean | undefined;
  /** A header whose structs the package describes, beside those that the source puts into buffers. */
  readonly header?: string | undefined;
  /** Flags for clang, behind ours. */
  readonly additionalFlags?: readonly string[] | undefined;
  /** Name or path of clang. */
  readonly clang?: string | undefined;
  /** Name or path of llvm-strip. */
  readonly strip?: string | undefined;
  /** A vmlinux.h, or a file with BTF to make one of; the running kernel's when left out. */
  readonly vmlinux?: string | undefined;
  /** The machine whose kernel runs the program, as libbpf names it; this one when left out. */
  readonly targetArchitecture?: string | undefined;
  /** False to compile anew, whatever was kept of an earlier compile of the same. */
  readonly reuse?: boolean | undefined;
  /** `process.env` when left out: where tools are looked for, and the cache. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Aborting it ends the compile, which throws the signal's reason; nothing is written then. */
  readonly signal?: AbortSignal | undefined;
}

/** What a compile made: a package, to be handed to `run` as it is. */
export interface CompileResult extends OpenedPackage {
  /** The text of a `.d.ts`; undefined when it was not wanted. */
  readonly types: string | undefined;
  /** Warnings, clang's and ours. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were written. */
  readonly files: readonly string[];
}

/**
 * Compiles one `*.bpf.c`, given by its path or `file:` URL, to a package. Throws {@link CompileError} with located
 * diagnostics when the source is refused, and a TseccError with the code `usage` for a wrong path, `tool-missing`
 * when a tool is.
 */
export async function compile(source: string | URL, options: CompileOptions = {}): Promise<CompileResult> {
  const path = source instanceof URL ? fileURLToPath(source) : source;
  const write = options.outputDirectory !== undefined;
  const made = await compileFiles(path, { ...options, write });
  const { objectPath, packagePath, typesPath, meta, object, types, diagnostics } = made;
  return {
    manifest: packManifest(meta, object),
    object,
    types,
    diagnostics,
    files: write ? [objectPath, packagePath, typesPath].filter((file) => file !== undefined) : [],
  };
}
