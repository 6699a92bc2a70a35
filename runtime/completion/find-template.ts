import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/**
 * Path of `templates/<name>.hbs`. Our module is bundled, built or source, so it lies beside a directory above it. Throws
 * `tool-missing` where it is not installed, as in a lab or a standalone file.
 */
export function findTemplate(name: string, from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const path = join(directory, 'templates', `${name}.hbs`);
    if (existsSync(path)) return path;
    if (directory === dirname(directory)) {
      throw new TseccError(
        'tool-missing',
        message`read the template '${name}': it is not installed beside tsecli`,
      );
    }
  }
}
