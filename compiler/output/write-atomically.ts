import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file to write. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** True for a program. */
  readonly executable?: boolean;
}

/**
 * Writes files so that each is there whole or not at all, directories included: first all of them under other names
 * in their directories, then each takes its place. Synchronous, so that no signal handler runs in between.
 * Throws Node's error; then nothing that it wrote under another name is left.
 */
export function writeAtomically(files: readonly FileToWrite[]): void {
  const temporary = files.map(({ path }) => join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`));
  try {
    files.forEach(({ path, content, executable = false }, index) => {
      mkdirSync(dirname(path), { recursive: true });
      // wx: in a directory that others may write to, a link put there beforehand is not followed.
      writeFileSync(temporary[index] ?? path, content, { flag: 'wx', mode: executable ? 0o777 : 0o666 });
    });
    files.forEach(({ path }, index) => renameSync(temporary[index] ?? path, path));
  } catch (error) {
    for (const path of temporary) rmSync(path, { force: true });
    throw error;
  }
}
