import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { isDigest } from '../registry/digest.js';
import { basic } from '../registry/token.js';
import type { Digest } from './types.js';

/** An address of a package, in its parts. */
export interface PackageUrl {
  /** What is asked for. */
  readonly url: URL;
  /** The same for people and for messages: without a password. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pinned: Digest | undefined;
}

/** Reads `https://[user:password@]host/path[#sha256:…]`. Throws `usage`. */
export function parseUrl(text: string): PackageUrl {
  if (!URL.canParse(text)) throw new TseccError('usage', message`read '${text}': it is no address`);
  const url = new URL(text);
  const fragment = url.hash.slice(1).replace(/^sha256=/, 'sha256:');
  const credentials = {
    username: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
  };
  url.hash = '';
  url.username = '';
  url.password = '';
  const pinned = isDigest(fragment) ? fragment : undefined;
  if (fragment !== '' && !pinned) {
    throw new TseccError('usage', message`read '${url.href}': what stands behind # is no digest`, {
      cure: message`it is #sha256: and 64 hexadecimal digits`,
    });
  }
  const headers = credentials.username === '' ? {} : { authorization: basic(credentials) };
  return { url, name: url.href, headers, pinned };
}
