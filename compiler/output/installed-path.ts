import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/**
 * Where something lies that is installed with tsecc, by its path from the project's directory. Our module is bundled,
 * built or source, so it is looked for beside each directory above. Throws `tool-missing` when it is not there.
 */
export function installedPath(path: string, from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const found = join(directory, path);
    if (existsSync(found)) return found;
    if (directory === dirname(directory))
      throw new TseccError('tool-missing', message`read '${path}': it is not installed beside tsecc`);
  }
}
