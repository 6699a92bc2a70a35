import type { Translate } from '../../core/message.js';
import { VerifierError } from '../verifier/verifier-error.js';
import type { Verdict } from './types.js';

/**
 * One JSON object a line for each program: `{"program":…,"section":…,"verdict":"refused","kind":…,"file":…,"line":…,
 * "column":…,"source":…,"why":…,"cure":…,"said":…,"registers":[…],"exitCode":5}`; with `verbose` its log too.
 */
export function verdictJson(
  verdicts: readonly Verdict[],
  translate: Translate,
  verbose: boolean,
): string {
  return verdicts.map((verdict) => `${JSON.stringify(valueOf(verdict, translate, verbose))}\n`).join('');
}

function valueOf(verdict: Verdict, translate: Translate, verbose: boolean): unknown {
  if (verdict.verdict !== 'refused') return verdict;
  const { program, section, error } = verdict;
  const { message, cure } = error.phrases;
  const common = { program, section, verdict: 'refused', exitCode: error.exitCode };
  const log = verbose ? { log: error.log } : {};
  const plain = { why: translate(message), ...(cure === undefined ? {} : { cure: translate(cure) }) };
  if (!(error instanceof VerifierError)) return { ...common, ...plain, ...log };
  const { kind, place, why, said, registers, tail } = error.explanation;
  return {
    ...common,
    ...plain,
    kind,
    ...(place && { file: place.file, line: place.line, column: place.column, source: place.text }),
    why: translate(why),
    said,
    registers: registers.map(({ name, state, words }) => ({ name, state, words: translate(words) })),
    ...(tail.length > 0 ? { tail } : {}),
    ...log,
  };
}
