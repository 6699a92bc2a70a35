import { readObject } from '../core/object/read-object.js';
import type { BpfObject } from '../core/object/types.js';
import type { Diagnostic } from '../core/diagnostics.js';
import type { ClangOptions, Source } from './clang/compile-source.js';
import { CompileError } from './compile-error.js';
import { compileWithFacts } from './compile-with-facts.js';
import { checkObject } from './checks/check-object.js';
import { describeObject } from './describe/describe-object.js';
import { matchFacts } from './describe/match-facts.js';
import type { FactOptions } from './facts/read-facts.js';
import { fingerprintOf } from './results/fingerprint.js';
import { keepResult, recallResult, type Result } from './results/result-cache.js';
import { resultKey } from './results/result-key.js';
import { cacheDirectory } from './toolchain/cache-directory.js';
import { message } from '../core/message.js';

/** What to make of a source. */
export interface Making {
  readonly source: Source;
  readonly asked: FactOptions;
  /** The object's name in the package. */
  readonly objectName: string;
  readonly clang: ClangOptions;
  /** False to compile anew, whatever was kept. */
  readonly reuse: boolean;
}

/**
 * The object of a source and what the package says of it: as it was made before, where nothing has changed since that
 * goes into it, else compiled. Throws {@link CompileError} when the source is refused, `tool-missing` when a tool is.
 */
export async function makeResult(making: Making): Promise<Result> {
  const { source, asked, clang, reuse } = making;
  const began = Date.now();
  const key = resultKey(source, asked, clang);
  const kept = key !== undefined && reuse ? recallResult(clang.env, key) : undefined;
  if (kept) {
    const { files, absent } = kept.fingerprint;
    clang.onInputs?.({ files: files.map(([path]) => path), searched: [], absent });
    return kept;
  }
  const { result, inputs } = await compileAnew(making);
  if (key !== undefined && inputs.files.length > 0) {
    // The kernel's types are in the key; what we made of them is not looked at again.
    const own = `${cacheDirectory(clang.env)}/`;
    const read = [source.path, ...(asked.header ? [asked.header.path] : []), ...inputs.files];
    const fingerprint = fingerprintOf(read, inputs.searched, { began, own });
    if (fingerprint) keepResult(clang.env, key, result, fingerprint);
  }
  return result;
}

async function compileAnew({ source, asked, objectName, clang }: Making) {
  const { headerOnly } = asked;
  const { path } = source;
  const compiled = await compileWithFacts(source, asked, clang);
  const object = readObject(compiled.object);
  const checked = headerOnly ? [] : checkObject(object, source);
  if (!headerOnly) requirePrograms(object, path, [...compiled.diagnostics, ...checked]);
  const { said, diagnostics: found } = matchFacts(compiled, object);
  const annotated = refuseErrors([...compiled.diagnostics, ...found], path, 'annotations');
  const diagnostics = refuseErrors([...annotated, ...checked], path, 'loading');
  const meta = describeObject(object, objectName, said);
  const result: Result = { object: compiled.object, meta, diagnostics };
  return { result, inputs: compiled.inputs };
}

function requirePrograms(object: BpfObject, path: string, diagnostics: readonly Diagnostic[]): void {
  if (object.programs.length > 0) return;
  throw new CompileError(message`compile '${path}': no programs in the object`, diagnostics, {
    cure: message`put SEC("…") before a function, for instance SEC("kprobe/do_unlinkat")`,
  });
}

// clang has nothing against them, but what carries them would not do what was asked, or could not be loaded.
function refuseErrors(
  diagnostics: readonly Diagnostic[],
  path: string,
  of: 'annotations' | 'loading',
): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return diagnostics;
  const count = errors === 1 ? message`an error` : message`${errors} errors`;
  throw new CompileError(
    of === 'annotations'
      ? message`compile '${path}': ${count} in its annotations`
      : message`compile '${path}': no kernel would load it, for ${count}`,
    diagnostics,
  );
}
