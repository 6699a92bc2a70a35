// @ts-check
// Templates of this house, as text or as XML.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/**
 * A template of templates/ with its names replaced; an error for one that is missing. In an SVG, values are escaped.
 *
 * @param {string} root
 * @param {string} path
 * @param {object} values
 * @returns {string}
 */
export function fill(root, path, values) {
  const text = readFileSync(join(root, 'templates', `${path}.hbs`), 'utf8');
  return Handlebars.compile(text, { noEscape: !path.endsWith('.svg'), strict: true })(values);
}
