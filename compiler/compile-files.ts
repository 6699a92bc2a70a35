import { relative } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import type { PackageMeta } from '../core/package/types.js';
import type { CompileInputs } from './clang/compile-source.js';
import { objectNames } from './describe/object-name.js';
import { makeResult } from './make-result.js';
import { checkOptions, makeExtras } from './make-extras.js';
import { outputPaths, type PackageKind } from './output/output-paths.js';
import { refuseCollision } from './output/refuse-collision.js';
import { writeOutputs } from './output/write-outputs.js';
import { readHeader, readSource } from './read-source.js';
import type { Environment } from './toolchain/find-executable.js';
import { findTool } from './toolchain/find-tool.js';
import type { Phrase } from '../core/message.js';

/** How to compile and what to write, as the command is told. All of it may be left out. */
export interface CompileFilesOptions {
  /** A header whose structs the package describes, beside those that the source puts into buffers. */
  readonly header?: string | undefined;
  /** Describes the structs of the source itself, which may be a header and need not have programs. */
  readonly headerOnly?: boolean | undefined;
  /** Where the results go; the source's directory when left out. Made if missing. */
  readonly outputDirectory?: string | undefined;
  /** False to write nothing. */
  readonly write?: boolean | undefined;
  /** `json` when left out. */
  readonly packageKind?: PackageKind | undefined;
  /** Flags for clang, behind ours. */
  readonly additionalFlags?: readonly string[] | undefined;
  /** Name or path of clang and llvm-strip. */
  readonly clang?: string | undefined;
  readonly strip?: string | undefined;
  /** A vmlinux.h, or a file with BTF to make one of; the running kernel's when left out. */
  readonly vmlinux?: string | undefined;
  /** The machine whose kernel runs the program, as libbpf names it; this one when left out. */
  readonly targetArchitecture?: string | undefined;
  /** A directory with types of kernels as BTFHub's archive has them: for a bundle with those that the object needs. */
  readonly btfhubArchive?: string | undefined;
  /** True for an executable file that carries the package and all that runs it. */
  readonly standalone?: boolean | undefined;
  /** True for TypeScript types of what tsecli prints of the package. */
  readonly types?: boolean | undefined;
  /** False to compile anew, whatever was kept of an earlier compile of the same. */
  readonly reuse?: boolean | undefined;
  /** `process.env` when left out. */
  readonly env?: Environment | undefined;
  /** Ends the compile; nothing is written then. */
  readonly signal?: AbortSignal | undefined;
  /** Told what is being done: a line for each stage. */
  readonly onStage?: ((line: string) => void) | undefined;
  /** Given what a tool prints while it takes long: the lab, when it starts for the first time. */
  readonly onProgress?: ((text: Phrase) => void) | undefined;
  /** Told each command before it starts. */
  readonly onCommand?: ((argv: readonly string[]) => void) | undefined;
  /** Told what the compile hangs on, also where it fails. */
  readonly onInputs?: ((inputs: CompileInputs) => void) | undefined;
}

/** What a compile made. */
export interface CompiledFiles {
  readonly objectPath: string;
  /** Undefined when no package was wanted. */
  readonly packagePath: string | undefined;
  /** Undefined when they were not wanted. */
  readonly bundlePath: string | undefined;
  readonly standalonePath: string | undefined;
  readonly typesPath: string | undefined;
  /** The types themselves. */
  readonly types: string | undefined;
  readonly object: Uint8Array;
  readonly meta: PackageMeta;
  /** Warnings, clang's and ours. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles one `*.bpf.c` to a BPF object and a package, written beside it. Throws {@link CompileError} when the
 * source is refused, `usage` for a wrong path, `tool-missing` when a tool is; then nothing was written.
 */
export async function compileFiles(path: string, options: CompileFilesOptions = {}): Promise<CompiledFiles> {
  const { env = process.env, onStage = () => undefined, signal, onCommand, onProgress, onInputs } = options;
  const { headerOnly = false } = options;
  const source = readSource(path, { headers: headerOnly });
  const header = options.header === undefined ? undefined : readHeader(options.header);
  const { stem, objectName } = objectNames(path);
  const architecture = checkOptions(options);
  const paths = outputPaths(
    options.outputDirectory ?? source.directory,
    stem,
    options.packageKind ?? 'json',
    {
      bundle: options.btfhubArchive !== undefined,
      standalone: options.standalone ?? false,
      types: options.types ?? false,
    },
  );
  const { write = true } = options;
  if (write) refuseCollision(paths, objectName);

  onStage('Compiling bpf object...');
  const tools = {
    clang: findTool('clang', env, options.clang),
    strip: findTool('llvm-strip', env, options.strip),
  };
  const { additionalFlags = [], vmlinux } = options;
  const told = { signal, onCommand, onProgress, onInputs };
  const { meta, object, diagnostics } = await makeResult({
    source,
    asked: { header, headerOnly },
    objectName,
    clang: { env, tools, additionalFlags, architecture, vmlinux, ...told },
    // Who wants to see the commands wants them run.
    reuse: (options.reuse ?? true) && !onCommand,
  });
  if (header || headerOnly) onStage('Generating export types...');
  if (paths.package) onStage(`Packing ebpf object and config into ${relative('', paths.package)}...`);
  const extras = await makeExtras(paths, meta, object, { ...options, env });
  signal?.throwIfAborted();
  if (write) writeOutputs(paths, meta, object, extras.files);
  const { bundle: bundlePath, standalone: standalonePath, types: typesPath } = paths;
  return {
    objectPath: paths.object,
    packagePath: paths.package,
    bundlePath,
    standalonePath,
    typesPath,
    types: extras.types,
    object,
    meta,
    diagnostics: [...diagnostics, ...extras.diagnostics],
  };
}
