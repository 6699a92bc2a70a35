import { decodeText, textEnd } from './decode-text.js';
import { quoteJson } from './quote-json.js';
import { reserve, writeUtf8, type TextSink } from './text-sink.js';
import type { Source } from './types.js';

const quote = 0x22;
const backslash = 0x5c;

/**
 * Writes the char array between two offsets as a JSON string: up to its NUL, bytes that are not UTF-8 as `\xNN`,
 * control characters escaped. Printable ASCII, which nearly all of it is, is copied byte by byte.
 */
export function writeText(sink: TextSink, { bytes }: Source, start: number, end: number): void {
  reserve(sink, end - start + 2);
  const begin = sink.at;
  const to = sink.bytes;
  let out = begin;
  to[out++] = quote;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) break;
    if (byte < 0x20 || byte > 0x7e || byte === quote || byte === backslash) {
      return writeUtf8(sink, quoteJson(decodeText(bytes, start, textEnd(bytes, start, end))));
    }
    to[out++] = byte;
  }
  to[out++] = quote;
  sink.at = out;
}
