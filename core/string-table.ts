import type { Fail } from './bytes.js';
import { message } from './message.js';

/** Gives the zero-terminated string at a byte offset of a string table. */
export type StringAt = (offset: number) => string;

/**
 * A string table of ELF or BTF: zero-terminated UTF-8 strings found by byte offset. Reading is linear in the size
 * of the table, however many strings overlap: hostile tables are one long string that everything points into.
 * The function it gives throws `fail`'s error for an offset outside and for a string that has no end.
 */
export function stringTable(bytes: Uint8Array, fail: Fail): StringAt {
  const ends = stringEnds(bytes);
  const cut = cutter(bytes, fail);
  return (offset) => {
    const end = ends[offset];
    if (end === undefined) throw fail(message`string ${offset}: the string table ends at ${bytes.length}`);
    if (end === bytes.length) throw fail(message`string ${offset}: has no end`);
    return end === offset ? '' : cut(offset, end);
  };
}

/** For each offset, where the string that it is in ends. */
function stringEnds(bytes: Uint8Array): Uint32Array {
  const ends = new Uint32Array(bytes.length);
  let end = bytes.length;
  for (let offset = bytes.length - 1; offset >= 0; offset--) {
    if (bytes[offset] === 0) end = offset;
    ends[offset] = end;
  }
  return ends;
}

function cutter(bytes: Uint8Array, fail: Fail): (start: number, end: number) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes);
  // No UTF-8 sequence decodes to more code units than it has bytes, so equal lengths mean equal offsets: one decoding
  // serves all strings, which then share its memory. This is the case for nearly every table, for it is ASCII.
  if (text.length === bytes.length) return (start, end) => text.slice(start, end);

  // Strings of a real table overlap little (shared tails); the sum of what is decoded shows a hostile one.
  let left = 16 * bytes.length + 65_536;
  const decoded = new Map<number, string>();
  return (start, end) => {
    const known = decoded.get(start);
    if (known !== undefined) return known;
    left -= end - start;
    if (left < 0) throw fail(message`string ${start}: the strings overlap too much`);
    const string = decoder.decode(bytes.subarray(start, end));
    decoded.set(start, string);
    return string;
  };
}
