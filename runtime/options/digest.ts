import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** Reads a digest such as `sha256:2c26b46b…`, with 64 hexadecimal digits; gives it in small letters. Throws `usage`. */
export function parseDigest(text: string): string {
  const digest = text.toLowerCase();
  if (/^sha256:[0-9a-f]{64}$/.test(digest)) return digest;
  throw new TseccError(
    'usage',
    message`read --digest '${text}': it is not sha256: and 64 hexadecimal digits`,
    {
      cure: message`sha256sum tells that of a file`,
    },
  );
}
