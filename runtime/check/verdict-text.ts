import { message, type Translate } from '../../core/message.js';
import type { Verdict } from './types.js';

/** One line for each program: `ok       handle  (kprobe/do_unlinkat, 57 instructions verified)`. */
export function verdictText(verdicts: readonly Verdict[], translate: Translate): string {
  const width = Math.max(...verdicts.map(({ program }) => program.length));
  return verdicts
    .map(
      (verdict) =>
        `${verdict.verdict.padEnd(9)} ${verdict.program.padEnd(width)}  (${detailOf(verdict, translate)})\n`,
    )
    .join('');
}

function detailOf(verdict: Verdict, translate: Translate): string {
  const { section } = verdict;
  switch (verdict.verdict) {
    case 'ok':
      return verdict.instructions === undefined
        ? section
        : translate(message`${section}, ${verdict.instructions} instructions verified`);
    case 'refused':
      return section;
    case 'unchecked':
      return translate(message`${section}, where a refused program stands too`);
    default:
      return verdict satisfies never;
  }
}
