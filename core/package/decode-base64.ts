import { packageError } from './package-error.js';
import { message } from '../message.js';

/**
 * Bytes of a base64 text (RFC 4648 §4, with padding, without line breaks). Node's decoder skips what it does not
 * know; this one throws `package-invalid` with the offset in the text.
 */
export function decodeBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const at = text.slice(0, text.length - padding).search(/[^A-Za-z0-9+/]/);
  if (at >= 0) throw packageError(message`/bpf_object: character ${at} is not base64`);
  if (text.length % 4 !== 0) {
    throw packageError(message`/bpf_object: base64 of ${text.length} characters is not whole`, {
      cure: message`the package was cut: get it again`,
    });
  }
  const bytes = Buffer.from(text, 'base64');
  // The last character may hold bits that belong to no byte; two texts must not mean one object.
  if (bytes.subarray(bytes.length - (bytes.length % 3 || 3)).toString('base64') !== text.slice(-4)) {
    throw packageError(message`/bpf_object: base64 ends in stray bits at character ${text.length - 4}`);
  }
  return bytes;
}
