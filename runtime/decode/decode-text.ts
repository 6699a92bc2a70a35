/** Decodes UTF-8 strictly, byte order marks included. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Where the text that begins at `start` ends: at its NUL, or, without one, at `end`. */
export function textEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === 0) return at;
  return end;
}

/** Bytes as text: UTF-8, with each byte that is none as `\xNN`. Never throws. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  for (let at = start; at < end; at++) {
    // One byte that is not ASCII, and all of it is decoded the careful way.
    if ((bytes[at] ?? 0) > 0x7f) return decodeUnicode(bytes.subarray(start, end));
  }
  return bytes.toString('latin1', start, end);
}

function decodeUnicode(bytes: Uint8Array): string {
  let text = '';
  let good = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      text += `${strict.decode(bytes.subarray(good, at))}\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
      good = at + 1;
    }
    at += length || 1;
  }
  return text + strict.decode(bytes.subarray(good));
}

/** Bytes of the UTF-8 sequence at an offset, after table 3-7 of the Unicode standard; 0 for none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates, and what is beyond U+10FFFF differ in the second byte alone.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  for (let index = 1; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
