import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { tell } from '../../core/tell.js';
import { makeKeyPair } from '../trust/make-key-pair.js';
import { askPassword } from './ask-password.js';
import { writeNewFile } from './write-new-file.js';

/** Only its owner reads a private key; everybody may have the public one. */
const [privateMode, publicMode] = [0o600, 0o644];

/** Writes `PREFIX.key` and `PREFIX.pub`. Throws `usage` where one of them is there: a lost key cannot be made again. */
export async function generateKeyPair(prefix: string, io: CommandIo): Promise<void> {
  const [privatePath, publicPath] = [`${prefix}.key`, `${prefix}.pub`];
  const there = [privatePath, publicPath].find((path) => existsSync(resolve(io.cwd(), path)));
  if (there !== undefined) {
    throw new TseccError('usage', message`write '${there}': there is one already`, {
      cure: message`name other files: --output-key-prefix NAME`,
    });
  }
  const pair = await makeKeyPair(
    await askPassword(io, message`Password for the new private key: `, { twice: true }),
  );
  writeNewFile(privatePath, pair.privateKey, io.cwd(), privateMode);
  writeNewFile(publicPath, pair.publicKey, io.cwd(), publicMode);
  tell(io, message`wrote '${privatePath}' (keep it to yourself) and '${publicPath}'`);
}
