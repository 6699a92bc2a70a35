import { matches } from '../match/matches.js';
import { resultOf } from './result.js';
import type { CheckKind } from './types.js';

/** Whether the script printed what the check wants. */
export const checkOutput: CheckKind = ({ output = '' }, { script, saved }) => {
  const text = script?.stdout ?? '';
  const wanted =
    typeof output === 'string' ? text.split('\n').includes(output) : matches(text, output, saved);
  return resultOf(wanted, text.trimEnd() === '' ? [] : text.trimEnd().split('\n'));
};
