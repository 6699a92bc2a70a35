import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { errorWords } from '../source/error-words.js';
import { message, type Phrase } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';

/** More than any policy or key has. */
const largest = 1024 * 1024;

/** Permission bits of those who are not the owner to write. */
const othersWrite = 0o022;

/**
 * The bytes of a file that nobody but its owner can have written: it and its directory belong to the user `owner`, and
 * no one else may write to them. Throws a PhrasedError for any other.
 */
export function readOwnedFile(path: string, owner: number): Uint8Array {
  try {
    // Whoever may write to the directory can put another file in the place of this one.
    requireOwned(statSync(dirname(path)), owner, message`its directory`);
    return readOpened(openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), owner);
  } catch (error) {
    throw error instanceof PhrasedError ? error : new PhrasedError(errorWords(error));
  }
}

function readOpened(fd: number, owner: number): Uint8Array {
  try {
    const facts = fstatSync(fd);
    if (!facts.isFile()) throw new PhrasedError(message`it is no regular file`);
    requireOwned(facts, owner, message`it`);
    if (facts.size > largest) throw new PhrasedError(message`it is larger than ${largest} bytes`);
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

function requireOwned({ uid, mode }: Stats, owner: number, what: Phrase): void {
  if (uid !== owner) {
    const wanted = owner === 0 ? 'root' : owner;
    throw new PhrasedError(message`${what} belongs to user ${uid}, not to ${wanted}`);
  }
  if ((mode & othersWrite) !== 0)
    throw new PhrasedError(message`${what} can be written by others than its owner`);
}
