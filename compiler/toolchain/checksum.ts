import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Where the checksum of a file of the cache stands. */
export const checksumPath = (path: string): string => `${path}.sum`;

/**
 * Whether a file of the cache is still as it was when its checksum was written; clang would take a precompiled header
 * with a changed bit, and make something else of it. One without a checksum gets it now: of what another program made
 * in the background, the first user takes it. A file that cannot be read is not intact.
 */
export function isIntact(path: string): boolean {
  const sum = checksumOf(path);
  if (sum === undefined) return false;
  const kept = read(checksumPath(path));
  if (kept === undefined) writeChecksum(path, sum);
  return kept === undefined || kept === sum;
}

/** Writes the checksum of `content`, a file, as that of `path`. A cache that cannot be written does without. */
export function keepChecksum(path: string, content: string): void {
  const sum = checksumOf(content);
  if (sum !== undefined) writeChecksum(path, sum);
}

/** Bytes that are read at once: 15 MB in one piece would take longer to be given and cleared than to be read. */
const pieceSize = 256 * 1024;

// SHA-1 takes half the time of SHA-256, and nobody is to be kept from anything: 15 MB in the time in which clang works.
function checksumOf(path: string): string | undefined {
  const hash = createHash('sha1');
  const piece = Buffer.allocUnsafe(pieceSize);
  try {
    const file = openSync(path, 'r');
    try {
      for (let read = pieceSize; read > 0; hash.update(piece.subarray(0, read))) read = readSync(file, piece);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

function writeChecksum(path: string, sum: string): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, sum);
    renameSync(temporary, checksumPath(path));
  } catch {
    rmSync(temporary, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
