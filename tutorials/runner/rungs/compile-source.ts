import { compile, type CompileResult } from '../../../compiler/compile.js';
import { CompileError } from '../../../compiler/compile-error.js';
import { TseccError } from '../../../core/errors.js';
import { stopAtError } from './stop.js';
import type { Climb } from './types.js';

/** Compiles a source: L0. What clang refuses is a stop, with its located messages; a missing tool is not the learner's. */
export async function compileSource(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<CompileResult | Climb> {
  try {
    return await compile(path, { env, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CompileError) {
      const [first] = error.diagnostics.filter(({ severity }) => severity === 'error');
      const topic = first && `compile:${String(first.text)}`;
      return stopAtError('L0', error, { diagnostics: error.diagnostics, topic });
    }
    // A file that is not there is the learner's to bring back.
    if (error instanceof TseccError && error.code !== 'tool-missing') return stopAtError('L0', error);
    return { kind: 'broken', error };
  }
}
