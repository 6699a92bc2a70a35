import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';

/** How events can be printed. */
export const outputForms = ['columns', 'json', 'csv', 'raw'] as const;

export type OutputForm = (typeof outputForms)[number];

/** Reads the value of `--output`; throws `usage`, with the nearest form. */
export function parseOutputForm(text: string): OutputForm {
  const form = outputForms.find((each) => each === text);
  if (form) return form;
  const near = nearest(text, outputForms, 1)[0];
  throw new TseccError('usage', message`use --output '${text}': there is no such form`, {
    cure:
      near === undefined ? message`it is one of ${outputForms.join(', ')}` : message`did you mean ${near}?`,
  });
}
