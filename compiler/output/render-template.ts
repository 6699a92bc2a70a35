import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { installedPath } from './installed-path.js';

/** What stands in a template's gaps. */
type TemplateValues = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * A text made from `templates/<name>.hbs`. Values are put in as they stand; one that the template names and the values
 * lack is an error of Handlebars. Throws `tool-missing` when the template is not installed.
 */
export function renderTemplate(name: string, values: TemplateValues): string {
  return renderText(readFileSync(installedPath(`templates/${name}.hbs`), 'utf8'), values);
}

/** A text with its gaps filled, as {@link renderTemplate} does it. */
export function renderText(text: string, values: TemplateValues): string {
  return Handlebars.compile(text, { noEscape: true, strict: true })(values);
}
