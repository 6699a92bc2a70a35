import { readFileSync } from 'node:fs';
import { writeAtomically } from '../output/write-atomically.js';
import type { EditorFile } from './editor-files.js';
import { isSealed } from './seal.js';

/** What became of files. */
export interface Updated {
  readonly written: readonly EditorFile[];
  /** Somebody else's, or ours that somebody has changed: not touched. */
  readonly kept: readonly EditorFile[];
}

/** Writes files that are missing, and makes those anew that were written by us and not changed by anybody since. */
export function updateFiles(files: readonly EditorFile[]): Updated {
  const looked = files.map((file) => ({ file, there: read(file.path) }));
  const differs = looked.filter(({ file, there }) => there !== file.content);
  const written = differs
    .filter(({ there }) => there === undefined || isSealed(there))
    .map(({ file }) => file);
  const kept = differs.map(({ file }) => file).filter((file) => !written.includes(file));
  writeAtomically(written);
  return { written, kept };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
