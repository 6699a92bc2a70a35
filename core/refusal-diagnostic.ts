import type { Diagnostic } from './diagnostics.js';
import { message, type Translate } from './message.js';

/** A refusal by the verifier, told in one language. */
export interface ToldRefusal {
  readonly program: string;
  readonly why: string;
  readonly cure?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** From 1, in bytes. */
  readonly column?: number | undefined;
  /** The whole source line. */
  readonly source?: string | undefined;
  /** The verifier's own words; where it is not known what they mean there are more lines of its log. */
  readonly said: readonly string[];
  readonly registers: readonly { readonly name: string; readonly words: string }[];
}

/**
 * A refusal as compilers tell what is wrong: at the source line, with the cure, and what the verifier knows and said as
 * notes. `place` says how the file is called here.
 */
export function refusalDiagnostic(
  refusal: ToldRefusal,
  translate: Translate,
  place: (file: string) => string = String,
): Diagnostic {
  const { program, why, cure, file, line, column = 1, source, said, registers } = refusal;
  const note = (text: string): Diagnostic => ({ severity: 'note', text, notes: [] });
  const lineText = source === undefined ? {} : { lineText: source };
  return {
    severity: 'error',
    text: translate(message`the verifier refuses '${program}': ${why}`),
    ...(file === undefined || line === undefined
      ? {}
      : { location: { file: place(file), line, column, ...lineText } }),
    ...(cure === undefined ? {} : { cure }),
    notes: [
      ...registers.map(({ name, words }) => note(translate(message`${name} is ${words}`))),
      ...said.map((words) => note(translate(message`the verifier's words: ${words}`))),
    ],
  };
}
