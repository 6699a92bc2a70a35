import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { readBody } from '../network/read-body.js';
import { followRedirects } from '../network/follow.js';
import type { Answer, Ask, Transport } from '../network/types.js';
import type { Challenge } from './challenge.js';
import type { Credentials } from './types.js';
import { loginCure } from './login-cure.js';

/** Larger than any token. */
const maxTokenSize = 1024 * 1024;

/**
 * Fetches a token where a challenge says, as Docker's clients do: by GET with name and password, by POST with an identity
 * token, or without either. Throws `not-permitted` where the credentials are refused.
 */
export async function fetchToken(
  transport: Transport,
  registry: string,
  challenge: Challenge,
  { scope, credentials }: { readonly scope: string; readonly credentials: Credentials | undefined },
): Promise<string> {
  const { realm = '', service } = challenge;
  if (!URL.canParse(realm)) throw noToken(registry, message`it names no address to get a token from`);
  const query = { ...(service === undefined ? {} : { service }), ...(scope === '' ? {} : { scope }) };
  const answer = await followRedirects(transport, tokenAsk(new URL(realm), query, credentials));
  const body = await readBody(answer, { limit: maxTokenSize, name: message`the token of ${registry}` });
  if (answer.status === 401 || answer.status === 403) throw refused(registry, credentials !== undefined);
  if (answer.status !== 200) throw noToken(registry, message`it answered ${answer.status}`);
  return tokenIn(body) ?? failNoToken(registry, answer);
}

function tokenAsk(
  realm: URL,
  query: Readonly<Record<string, string>>,
  credentials: Credentials | undefined,
): Ask {
  if (credentials?.identityToken) {
    const form = {
      ...query,
      grant_type: 'refresh_token',
      client_id: 'tsecli',
      refresh_token: credentials.secret,
    };
    return {
      method: 'POST',
      url: realm,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(new URLSearchParams(form).toString()),
    };
  }
  const url = new URL(realm);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return { url, ...(credentials ? { headers: { authorization: basic(credentials) } } : {}) };
}

/** The header's text for a name and a password. */
export function basic({ username, secret }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
}

function tokenIn(body: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString());
    if (typeof value !== 'object' || value === null) return undefined;
    const token = 'token' in value ? value.token : 'access_token' in value ? value.access_token : undefined;
    // What is no token of RFC 6750 would not be a header.
    return typeof token === 'string' && /^[\w.~+/=-]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

function failNoToken(registry: string, { url }: Answer): never {
  throw noToken(registry, message`what '${url.host}' answered holds none`);
}

function noToken(registry: string, why: ReturnType<typeof message>): TseccError {
  return new TseccError('package-invalid', message`get a token for '${registry}': ${why}`);
}

/** Who asked is not let in. */
export function refused(registry: string, known: boolean): TseccError {
  return known
    ? new TseccError('not-permitted', message`ask '${registry}': it refused the name or the password`, {
        cure: loginCure(registry),
      })
    : new TseccError('not-permitted', message`ask '${registry}': it wants to know who asks`, {
        cure: loginCure(registry),
      });
}
