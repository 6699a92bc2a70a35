import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { TseccError } from '../core/errors.js';
import type { Source } from './clang/compile-source.js';

// Generated sources have some hundred kilobytes.
const maxSize = 16 * 1024 * 1024;

/** Reads a C source. Throws `usage` when there is none to compile, in one sentence. */
export function readSource(path: string): Source {
  const found = statSync(path, { throwIfNoEntry: false });
  const fault = (why: string, cure?: string): TseccError =>
    new TseccError('usage', `compile '${path}': ${why}`, { cure });
  if (!found) throw fault('no such file', path.endsWith('.c') ? undefined : 'give it the name of a *.bpf.c');
  if (found.isDirectory()) throw fault('it is a directory', 'name a *.bpf.c in it');
  if (!path.endsWith('.c')) throw fault('it is no C source', 'the name of a source ends in .bpf.c or .c');
  if (!found.isFile()) throw fault('it is not an ordinary file');
  if (found.size > maxSize) throw fault(`it has ${found.size} bytes, more than the ${maxSize} of any source`);
  const text = readText(path, fault);
  if (text.trim() === '') throw fault('the file is empty', 'tutorials/lessons has sources to begin with');
  return { path: path.startsWith('-') ? `./${path}` : path, directory: dirname(path), text };
}

function readText(path: string, fault: (why: string) => TseccError): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw fault('it may not be read');
  }
}
