import { readFile } from './file.js';
import { readStream } from './stream.js';
import type { Readable } from 'node:stream';
import { message } from '../../core/message.js';

/** Where a package can come from. */
export interface SourceContext {
  readonly stdin: Readable;
  /** Relative paths start here. */
  readonly directory: string;
}

/** Reads a package's bytes: from standard input for `-`, else from a file. Throws `package-invalid` in one sentence. */
export async function readSource(name: string, { stdin, directory }: SourceContext): Promise<Uint8Array> {
  return name === '-' ? await readStream(stdin, message`standard input`) : await readFile(name, directory);
}
