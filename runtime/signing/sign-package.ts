import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { tell } from '../../core/tell.js';
import { errorWords } from '../source/error-words.js';
import { readFile } from '../source/file.js';
import { readPrivateKey } from '../trust/private-key.js';
import { readKeyText } from '../trust/read-key-file.js';
import { signBytes } from '../trust/sign.js';
import { signatureFileOf } from '../trust/signature-file.js';
import { askPassword } from './ask-password.js';

/** What is signed, by which key, and where the signature goes, beside the package unless named. */
export interface SignRequest {
  readonly package: string;
  readonly key: string;
  readonly output: string | undefined;
}

/** Writes the signature of a file's bytes. Throws `package-invalid`, `usage`, and `not-permitted` for a wrong password. */
export async function signPackage(request: SignRequest, io: CommandIo): Promise<void> {
  const directory = io.cwd();
  const bytes = await readFile(request.package, directory);
  const key = await readPrivateKey(await readKeyText(request.key, directory), request.key, () =>
    askPassword(io, message`Password of '${request.key}': `),
  );
  const path = request.output ?? signatureFileOf(request.package);
  try {
    writeFileSync(resolve(directory, path), `${signBytes(bytes, key)}\n`);
  } catch (cause) {
    throw new TseccError('usage', message`write '${path}': ${errorWords(cause)}`, { cause });
  }
  tell(io, message`wrote '${path}'`);
}
