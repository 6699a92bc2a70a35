import { decodeText, textEnd } from './decode-text.js';
import { quoteJson } from './quote-json.js';
import { reserve, writeUtf8, type TextSink } from './text-sink.js';
import type { Source } from './types.js';

const quote = 0x22;
const backslash = 0x5c;

// Four bytes looked at in one number: each constant has the same byte four times.
const ones = 0x01010101;
const tops = 0x80808080 | 0;
const blanks = 0x20202020;
const quotes = 0x22222222;
const backslashes = 0x5c5c5c5c;

/**
 * Writes the char array between two offsets as a JSON string: up to its NUL, bytes that are not UTF-8 as `\xNN`,
 * control characters escaped. Printable ASCII, which nearly all of it is, is copied, eight bytes at a time.
 */
export function writeText(sink: TextSink, { bytes, view }: Source, start: number, end: number): void {
  reserve(sink, end - start + 2);
  const { bytes: to, view: words } = sink;
  let out = sink.at;
  let at = start;
  to[out++] = quote;
  for (; at + 8 <= end; at += 8, out += 8) {
    const first = view.getInt32(at, true);
    const second = view.getInt32(at + 4, true);
    if (((unplain(first) | unplain(second)) & tops) !== 0) break;
    words.setInt32(out, first, true);
    words.setInt32(out + 4, second, true);
  }
  for (; at + 4 <= end; at += 4, out += 4) {
    // What this comes to does not depend on the order of the bytes, as it goes out as it came in.
    const word = view.getInt32(at, true);
    if ((unplain(word) & tops) !== 0) break;
    words.setInt32(out, word, true);
  }
  for (; at < end; at++) {
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

/**
 * Has the top bit of a byte set where one of four bytes is no printable ASCII, or is one that JSON escapes. As a zero
 * byte is found in a word: taking away what a byte is smaller than sets its top bit, and so does adding 1 to DEL. A borrow
 * comes from a byte that is found itself.
 */
function unplain(word: number): number {
  const asQuote = word ^ quotes;
  const asBackslash = word ^ backslashes;
  return word | (word - blanks) | ((word & 0x7f7f7f7f) + ones) | (asQuote - ones) | (asBackslash - ones);
}
