import { maxDepth, maxValues } from './limits.js';
import { packageError } from './package-error.js';
import { message } from '../message.js';

const quote = 0x22;
const backslash = 0x5c;

/**
 * Refuses JSON that would take far more memory as values than as text: nested deeper than `maxDepth`, or of more than
 * `maxValues` values. Looks at the structure only, so it may run on bytes that are not JSON. Throws `package-invalid`
 * with the byte's offset.
 */
export function boundJson(bytes: Uint8Array): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case quote:
        at = endOfString(bytes, at);
        break;
      case 0x7b: // {
      case 0x5b: // [
        values++;
        if (++depth > maxDepth)
          throw packageError(message`byte ${at}: nested deeper than ${maxDepth} levels`);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        break;
      case 0x2c: // ,
        if (++values > maxValues) throw packageError(message`byte ${at}: more than ${maxValues} values`);
        break;
      default:
    }
  }
}

// Index of the closing quote, or of the end of the bytes.
function endOfString(bytes: Uint8Array, start: number): number {
  for (let from = start + 1; ;) {
    const end = bytes.indexOf(quote, from);
    if (end < 0) return bytes.length;
    let escapes = 0;
    while (bytes[end - 1 - escapes] === backslash) escapes++;
    if (escapes % 2 === 0) return end;
    from = end + 1;
  }
}
