import { basename, relative } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { TseccError } from '../core/errors.js';
import { message } from '../core/message.js';
import { readObject } from '../core/object/read-object.js';
import { writePackage } from '../core/package/write.js';
import type { PackageMeta } from '../core/package/types.js';
import { sourceDate } from './clang/source-date.js';
import type { CompileFilesOptions } from './compile-files.js';
import type { OutputPaths } from './output/output-paths.js';
import type { FileToWrite } from './output/write-atomically.js';
import { architectureNamed, architectureOf, type Architecture } from './toolchain/architecture.js';
import type { Environment } from './toolchain/find-executable.js';

/** What was made beside object and package, and what there is to say of it. */
export interface Extras {
  readonly files: readonly FileToWrite[];
  readonly types?: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The machine that is compiled for, if it was named. Throws `usage` for options that cannot go together. */
export function checkOptions(options: CompileFilesOptions): Architecture | undefined {
  const { packageKind = 'json', btfhubArchive, standalone = false, targetArchitecture } = options;
  const named = targetArchitecture === undefined ? undefined : architectureNamed(targetArchitecture);
  const wanted = standalone
    ? message`a standalone file`
    : btfhubArchive === undefined
      ? undefined
      : message`a bundle`;
  if (wanted && packageKind !== 'json') {
    throw new TseccError(
      'usage',
      message`make ${wanted}: it carries package.json, which is not to be written`,
      {
        cure:
          packageKind === 'yaml' ? message`leave out --yaml` : message`leave out --no-generate-package-json`,
      },
    );
  }
  if (standalone && named && named !== architectureOf(process.arch)) {
    throw new TseccError(
      'usage',
      message`make a standalone file for ${named.bpf}: it carries this machine's Node.js`,
      {
        cure: message`run tsecc --standalone on a machine of ${named.bpf}`,
      },
    );
  }
  return named;
}

/** Makes the types, the bundle and the standalone file where they are wanted; their code is loaded only then. */
export async function makeExtras(
  paths: OutputPaths,
  meta: PackageMeta,
  object: Uint8Array,
  options: CompileFilesOptions & { readonly env: Environment },
): Promise<Extras> {
  const { env, signal, onCommand, onProgress, onStage = () => undefined, btfhubArchive: archive } = options;
  const told = { env, signal, onCommand, onProgress };
  const made: Extras[] = [];
  const text = paths.bundle || paths.standalone ? writePackage(meta, object) : '';
  if (paths.types) {
    const { renderTypes } = await import('./types/render-types.js');
    onStage(`Writing types into ${relative('', paths.types)}...`);
    const types = renderTypes(readObject(object), meta);
    made.push({ files: [{ path: paths.types, content: types }], types, diagnostics: [] });
  }
  const architecture = checkOptions(options) ?? architectureOf(process.arch);
  if (paths.bundle && archive !== undefined && architecture) {
    const { makeBundle } = await import('./bundle/make-bundle.js');
    onStage(`Packing minimal BTF of kernels into ${relative('', paths.bundle)}...`);
    const parts = { object, objectFile: basename(paths.object), package: text, archive, architecture };
    const { tar, diagnostics } = await makeBundle(parts, { ...told, date: sourceDate(env) });
    made.push({ files: [{ path: paths.bundle, content: tar }], diagnostics });
  }
  if (paths.standalone) {
    const { makeStandalone } = await import('./standalone/make-standalone.js');
    onStage(`Packing standalone executable into ${relative('', paths.standalone)}...`);
    const { file, diagnostics } = await makeStandalone(meta.bpf_skel.obj_name, text, told);
    made.push({ files: [{ path: paths.standalone, content: file, executable: true }], diagnostics });
  }
  return {
    files: made.flatMap(({ files }) => files),
    types: made.find(({ types }) => types !== undefined)?.types,
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}
