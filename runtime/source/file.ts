import { closeSync, createReadStream, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { maxPackageSize } from '../../core/package/limits.js';
import { errorWords } from './error-words.js';
import { readStream, tooLarge } from './stream.js';

/** Reads a package file; a pipe, such as a shell's `<(…)`, works as well. Throws `package-invalid` in one sentence. */
export async function readFile(path: string, directory: string): Promise<Uint8Array> {
  const absolute = resolve(directory, path);
  try {
    const facts = statSync(absolute);
    if (facts.isDirectory()) throw isDirectory(path);
    // At once: what reads without waiting would take longer to load than a package to be read.
    if (facts.isFile()) return readNow(absolute, path);
    return await readStream(createReadStream(absolute), `'${path}'`);
  } catch (error) {
    throw error instanceof TseccError ? error : explain(path, error);
  }
}

function readNow(absolute: string, path: string): Uint8Array {
  const fd = openSync(absolute, 'r');
  try {
    if (fstatSync(fd).size > maxPackageSize) throw tooLarge(`'${path}'`);
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

function isDirectory(path: string): TseccError {
  return new TseccError('package-invalid', message`read '${path}': it is a directory`, {
    cure: message`give the package in it: ${join(path, 'package.json')}`,
  });
}

function explain(path: string, cause: unknown): TseccError {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  return new TseccError('package-invalid', message`read '${path}': ${errorWords(cause)}`, {
    cure: missing ? message`make it with: tsecc <name>.bpf.c` : undefined,
    cause,
  });
}
