import type { Translate } from '../../core/message.js';
import { tellRefusal } from '../verifier/tell-refusal.js';
import { VerifierError } from '../verifier/verifier-error.js';
import type { Verdict } from './types.js';

/**
 * One JSON object a line for each program: `{"program":…,"section":…,"verdict":"refused","exitCode":5,"kind":…,
 * "file":…,"line":…,"column":…,"source":…,"why":…,"cure":…,"said":[…],"registers":[…]}`; with `verbose` its log too.
 */
export function verdictJson(verdicts: readonly Verdict[], translate: Translate, verbose: boolean): string {
  return verdicts.map((verdict) => `${JSON.stringify(valueOf(verdict, translate, verbose))}\n`).join('');
}

function valueOf(verdict: Verdict, translate: Translate, verbose: boolean): unknown {
  if (verdict.verdict !== 'refused') return verdict;
  const { program, section, error } = verdict;
  const common = { program, section, verdict: 'refused', exitCode: error.exitCode };
  const log = verbose ? { log: error.log } : {};
  if (error instanceof VerifierError) {
    const { explanation } = error;
    const states = explanation.registers.map(({ state }) => state);
    const told = tellRefusal(explanation, translate);
    const registers = told.registers.map((register, index) => ({ ...register, state: states[index] }));
    return { ...common, kind: explanation.kind, ...told, registers, ...log };
  }
  const { message, cure } = error.phrases;
  return {
    ...common,
    why: translate(message),
    ...(cure === undefined ? {} : { cure: translate(cure) }),
    ...{ said: [], registers: [] },
    ...log,
  };
}
