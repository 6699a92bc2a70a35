import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';

/** How events can be printed. */
export const outputForms = ['columns', 'json', 'csv', 'raw'] as const;

/** `events` is what a lab's guest speaks with its host (library/wire.ts): no form for people, and not told to them. */
export type OutputForm = (typeof outputForms)[number] | 'events';

/** Reads the value of `--output`; throws `usage`, with the nearest form. */
export function parseOutputForm(text: string): OutputForm {
  if (text === 'events') return text;
  const form = outputForms.find((each) => each === text);
  if (form) return form;
  const near = nearest(text, outputForms, 1)[0];
  throw new TseccError('usage', message`use --output '${text}': there is no such form`, {
    cure:
      near === undefined ? message`it is one of ${outputForms.join(', ')}` : message`did you mean ${near}?`,
  });
}
