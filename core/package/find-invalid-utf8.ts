import { isUtf8 } from 'node:buffer';

/**
 * Byte offset of the first byte that is not part of well-formed UTF-8, or undefined when all of it is.
 * A decoder puts U+FFFD in the place of such a byte; what stands before the first one that the bytes do not
 * contain themselves gives the offset.
 */
export function findInvalidUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf('\ufffd', from);
    if (at < 0) return bytes.length;
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
}
