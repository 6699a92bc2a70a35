import { readFileSync, statSync } from 'node:fs';
import type { LineReader } from './parse-diagnostics.js';

// vmlinux.h has 3 MB.
const maxSize = 16 * 1024 * 1024;

/** A {@link LineReader} that reads each file once, and gives nothing for what is no ordinary file. */
export function lineReader(): LineReader {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? readLines(file);
    files.set(file, lines);
    return lines[line - 1];
  };
}

function readLines(file: string): readonly string[] {
  try {
    const found = statSync(file);
    return found.isFile() && found.size <= maxSize ? readFileSync(file, 'utf8').split(/\r?\n/) : [];
  } catch {
    return [];
  }
}
