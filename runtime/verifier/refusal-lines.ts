import { message, type Translate } from '../../core/message.js';
import type { Explanation } from './types.js';

/** What stands below the sentence of a refusal: the source line, what the verifier knows there, and its own words. */
export function refusalLines(explanation: Explanation, translate: Translate): readonly string[] {
  const { place, registers, kind, said, tail } = explanation;
  const source = place?.text.trim() ?? '';
  return [
    ...(source === '' ? [] : [`${place?.line === undefined ? '' : `${place.line} | `}${source}`]),
    ...registers.map(({ name, words }) => translate(message`${name} is ${words}`)),
    ...(kind === undefined ? tail : [said]).map((line) => translate(message`the verifier's words: ${line}`)),
  ];
}
