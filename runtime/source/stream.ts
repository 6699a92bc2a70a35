import type { Readable } from 'node:stream';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { maxPackageSize } from '../../core/package/limits.js';

/** Reads a stream to its end; throws `package-invalid` when it is larger than any package. `name` is for the message. */
export async function readStream(stream: Readable, name: Phrase): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxPackageSize) throw tooLarge(name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The error for a package, named as in a sentence, that is larger than any. */
export function tooLarge(name: Phrase): TseccError {
  return new TseccError('package-invalid', message`read ${name}: it is larger than any package (32 MiB)`);
}
