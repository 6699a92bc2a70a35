import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: under another name beside it first. Throws Node's error; then nothing of it is left.
 * What an earlier call left that was killed is removed.
 */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o666): void {
  const made = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  sweepDead(path);
  try {
    // wx: in a directory that others may write to, a link put there beforehand is not followed.
    writeFileSync(made, content, { flag: 'wx', mode });
    renameSync(made, path);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  }
}

// To write takes milliseconds: what has not taken its place after this time never will.
const deadMs = 60_000;

function sweepDead(path: string): void {
  const prefix = `.${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix) || !/^[0-9a-f-]{36}\.tmp$/.test(name.slice(prefix.length))) continue;
    const left = join(dirname(path), name);
    const found = statSync(left, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > deadMs) rmSync(left, { force: true });
  }
}
