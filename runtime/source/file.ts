import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { errnoWords } from '../../core/errno-words.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { readStream } from './stream.js';

/** Reads a package file; a pipe, such as a shell's `<(…)`, works as well. Throws `package-invalid` in one sentence. */
export async function readFile(path: string, directory: string): Promise<Uint8Array> {
  const absolute = resolve(directory, path);
  try {
    if ((await stat(absolute)).isDirectory()) throw isDirectory(path);
    return await readStream(createReadStream(absolute), `'${path}'`);
  } catch (error) {
    throw error instanceof TseccError ? error : explain(path, error);
  }
}

function isDirectory(path: string): TseccError {
  return new TseccError('package-invalid', message`read '${path}': it is a directory`, {
    cure: message`give the package in it: ${join(path, 'package.json')}`,
  });
}

function explain(path: string, cause: unknown): TseccError {
  const number =
    cause instanceof Error && 'errno' in cause && typeof cause.errno === 'number' ? cause.errno : 0;
  const [name = '', known] = getSystemErrorMap().get(number) ?? [];
  const words = errnoWords[name] ?? known ?? String(cause);
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  return new TseccError('package-invalid', message`read '${path}': ${words}`, {
    cure: missing ? message`make it with: tsecc <name>.bpf.c` : undefined,
    cause,
  });
}
