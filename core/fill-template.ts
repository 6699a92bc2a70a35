import Handlebars from 'handlebars';

/** A Handlebars template with its names replaced: as they stand, and an error for one that is missing. */
export function fillTemplate(text: string, values: Readonly<Record<string, unknown>>): string {
  return Handlebars.compile(text, { noEscape: true, strict: true })(values);
}
