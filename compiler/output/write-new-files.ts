import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import type { FileToWrite } from './write-atomically.js';

/**
 * Writes files that must not be there yet, all of them or none: what was made by then is taken away again, directories
 * included. A file that is there already is never touched, not even when it comes in this moment. Throws `usage` for
 * that, with `cure`, and where a directory cannot be made.
 */
export function writeNewFiles(files: readonly FileToWrite[], cure: Message): void {
  refuseExisting(files, cure);
  const made: string[] = [];
  try {
    for (const { path, content } of files) {
      const first = mkdirSync(dirname(path), { recursive: true });
      if (first !== undefined) made.push(first);
      place(path, content, cure);
      made.push(path);
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw explain(error, cure);
  }
}

/** Throws `usage` when one of these files is there already. */
export function refuseExisting(files: readonly Pick<FileToWrite, 'path'>[], cure: Message): void {
  const there = files.map(({ path }) => path).filter(isThere);
  if (there.length > 0) throw alreadyThere(there, cure);
}

/** The file takes its name when it is whole; a link, unlike a renamed file, replaces nothing. */
function place(path: string, content: string | Uint8Array, cure: Message): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    link(temporary, path);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? alreadyThere([path], cure) : error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

// Some file systems, of Windows above all, have no links.
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Below something that is no directory: to make that directory fails, and says so.
    if (codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

function alreadyThere(paths: readonly string[], cure: Message): TseccError {
  const text = message`write ${paths.map((path) => `'${path}'`).join(', ')}: already there`;
  return new TseccError('usage', text, { cure });
}

function explain(error: unknown, cure: Message): unknown {
  const directory = error instanceof Error && 'path' in error ? String(error.path) : '';
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return new TseccError('usage', message`make '${directory}': a file is in its place`, {
        cure,
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new TseccError('usage', message`write '${directory}': you may not write there`, {
        cure,
        cause: error,
      });
    default:
      return error;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
