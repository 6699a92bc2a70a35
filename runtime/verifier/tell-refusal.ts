import type { Translate } from '../../core/message.js';
import type { ToldRefusal } from '../../core/refusal-diagnostic.js';
import type { Explanation } from './types.js';

/** An explanation, said in one language. */
export function tellRefusal(explanation: Explanation, translate: Translate): ToldRefusal {
  const { program, place, why, cure, said, registers, kind, tail } = explanation;
  return {
    program,
    why: translate(why),
    cure: translate(cure),
    file: place?.file,
    line: place?.line,
    column: place?.column,
    source: place?.text,
    said: kind === undefined ? tail : [said],
    registers: registers.map(({ name, words }) => ({ name, words: translate(words) })),
  };
}
