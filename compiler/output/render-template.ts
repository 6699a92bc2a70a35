import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { fillTemplate } from '../../core/fill-template.js';

/**
 * A text made from `templates/<name>.hbs`. Values are put in as they stand; one that the template names and the values
 * lack is an error of Handlebars. Throws `tool-missing` when the template is not installed.
 */
export function renderTemplate(name: string, values: Readonly<Record<string, unknown>>): string {
  const path = findTemplate(dirname(fileURLToPath(import.meta.url)), `${name}.hbs`);
  return fillTemplate(readFileSync(path, 'utf8'), values);
}

// The module is bundled, built or source: the directory lies beside some directory above it.
function findTemplate(from: string, file: string): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const path = join(directory, 'templates', file);
    if (existsSync(path)) return path;
    if (directory === dirname(directory))
      throw new TseccError(
        'tool-missing',
        message`read the template '${file}': it is not installed beside tsecc`,
      );
  }
}
