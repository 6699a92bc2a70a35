import { readFileSync } from 'node:fs';
import { fillTemplate } from '../../core/fill-template.js';
import { installedPath } from './installed-path.js';

/**
 * A text made from `templates/<name>.hbs`. Values are put in as they stand; one that the template names and the values
 * lack is an error of Handlebars. Throws `tool-missing` when the template is not installed.
 */
export function renderTemplate(name: string, values: Readonly<Record<string, unknown>>): string {
  return fillTemplate(readFileSync(installedPath(`templates/${name}.hbs`), 'utf8'), values);
}
