import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { TseccError } from '../core/errors.js';
import { message, type Phrase } from '../core/message.js';
import type { Source } from './clang/compile-source.js';

// Generated sources have some hundred kilobytes.
const maxSize = 16 * 1024 * 1024;

/** How a kind of file is asked for and told apart. */
interface FileKind {
  readonly ending: RegExp;
  readonly wrong: Phrase;
  readonly cure: Phrase;
}

const source: FileKind = {
  ending: /\.c$/,
  wrong: message`it is no C source`,
  cure: message`the name of a source ends in .bpf.c or .c`,
};
const sourceOrHeader: FileKind = {
  ending: /\.[ch]$/,
  wrong: message`it is neither C source nor header`,
  cure: message`the name of a header ends in .h`,
};

/**
 * Reads a C source; with `headers`, a header that is to be compiled by itself will do too. Throws `usage` when there is
 * none to compile, in one sentence.
 */
export function readSource(path: string, { headers = false } = {}): Source {
  const text = readFile(path, message`compile`, headers ? sourceOrHeader : source);
  if (text.trim() === '') {
    throw new TseccError('usage', message`compile '${path}': the file is empty`, {
      cure: message`tutorials/lessons has sources to begin with`,
    });
  }
  return { path: unlikeFlag(path), directory: dirname(path), text };
}

/** Reads the header whose structs are exported. Throws `usage` when there is none, in one sentence. */
export function readHeader(path: string): { readonly path: string; readonly text: string } {
  return { path: unlikeFlag(path), text: readFile(path, message`read header`) };
}

const unlikeFlag = (path: string): string => (path.startsWith('-') ? `./${path}` : path);

function readFile(path: string, verb: Phrase, kind?: FileKind): string {
  const found = statSync(path, { throwIfNoEntry: false });
  const fault = (why: Phrase, cure?: Phrase): TseccError =>
    new TseccError('usage', message`${verb} '${path}': ${why}`, { cure });
  const named = kind?.ending.test(path) ?? true;
  if (!found) throw fault(message`no such file`, named ? undefined : message`give it the name of a *.bpf.c`);
  if (found.isDirectory()) throw fault(message`it is a directory`, kind && message`name a *.bpf.c in it`);
  if (kind && !named) throw fault(kind.wrong, kind.cure);
  if (!found.isFile()) throw fault(message`it is not an ordinary file`);
  if (found.size > maxSize)
    throw fault(message`it has ${found.size} bytes, more than the ${maxSize} of any source`);
  return readText(path, fault);
}

function readText(path: string, fault: (why: Phrase) => TseccError): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw fault(message`it may not be read`);
  }
}
