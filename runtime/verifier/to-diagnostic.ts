import type { Diagnostic } from '../../core/diagnostics.js';
import { message, type Translate } from '../../core/message.js';
import type { Explanation } from './types.js';

/**
 * A refusal as compilers tell what is wrong: with the source line, the cure, and what the verifier knows and said as
 * notes. In the language of `translate`.
 */
export function toDiagnostic(explanation: Explanation, translate: Translate): Diagnostic {
  const { program, place, why, cure, registers, said, kind, tail } = explanation;
  const note = (text: string): Diagnostic => ({ severity: 'note', text, notes: [] });
  return {
    severity: 'error',
    text: translate(message`the verifier refuses '${program}': ${why}`),
    ...(place?.file === undefined || place.line === undefined
      ? {}
      : {
          location: {
            file: place.file,
            line: place.line,
            column: place.column ?? 1,
            lineText: place.text,
          },
        }),
    cure: translate(cure),
    notes: [
      ...registers.map(({ name, words }) => note(translate(message`${name} is ${words}`))),
      ...(kind === undefined ? tail : [said]).map((line) => note(translate(message`in its words: ${line}`))),
    ],
  };
}
