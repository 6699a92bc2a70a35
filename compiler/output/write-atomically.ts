import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
 * Throws Node's error; then nothing that it wrote under another name is left. What an earlier call left that was killed
 * is removed.
 */
export function writeAtomically(files: readonly FileToWrite[]): void {
  const temporary = files.map(({ path }) => join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`));
  try {
    files.forEach(({ path, content, executable = false }, index) => {
      mkdirSync(dirname(path), { recursive: true });
      sweepDead(path);
      // wx: in a directory that others may write to, a link put there beforehand is not followed.
      writeFileSync(temporary[index] ?? path, content, { flag: 'wx', mode: executable ? 0o777 : 0o666 });
    });
    files.forEach(({ path }, index) => renameSync(temporary[index] ?? path, path));
  } catch (error) {
    for (const path of temporary) rmSync(path, { force: true });
    throw error;
  }
}

// To write takes milliseconds: what has not taken its place after this time never will.
const deadMs = 60_000;

function sweepDead(path: string): void {
  const directory = dirname(path);
  const prefix = `.${basename(path)}.`;
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(prefix) || !/^[0-9a-f-]{36}\.tmp$/.test(name.slice(prefix.length))) continue;
    const found = statSync(join(directory, name), { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > deadMs) rmSync(join(directory, name), { force: true });
  }
}
