import type { SourceLocation } from '../../core/diagnostics.js';

/** Turns an offset in a text (UTF-16 units) into a place as clang counts it. */
export type Locate = (start: number, end?: number) => SourceLocation;

/**
 * Indexes the lines of a text once, and gives the function that finds the place of an offset: line and column from 1,
 * the column and the length in bytes of UTF-8. A stretch that goes on in further lines has the length up to the end of
 * its first.
 */
export function indexLines(file: string, text: string): Locate {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  return (start, end = start + 1) => {
    const line = findLine(starts, start);
    const lineStart = starts[line] ?? 0;
    const lineEnd = (starts[line + 1] ?? text.length + 1) - 1;
    const lineText = text.slice(lineStart, lineEnd).replace(/\r$/, '');
    return {
      file,
      line: line + 1,
      column: Buffer.byteLength(text.slice(lineStart, start)) + 1,
      length: Math.max(1, Buffer.byteLength(text.slice(start, Math.min(end, lineStart + lineText.length)))),
      lineText,
    };
  };
}

function findLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
