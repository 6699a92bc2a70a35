import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import type { Template } from './template.js';

/** The template of this name. Throws `usage` and names the nearest one, or all of them. */
export function findTemplate(templates: readonly Template[], name: string): Template {
  const found = templates.find(({ id }) => id === name.toLowerCase());
  if (found) return found;
  const ids = templates.map(({ id }) => id);
  const [near] = nearest(name.toLowerCase(), ids);
  throw new TseccError('usage', message`init: there is no template '${name}'`, {
    cure: near === undefined ? message`one of ${ids.join(', ')}` : message`nearest: ${near}`,
  });
}
