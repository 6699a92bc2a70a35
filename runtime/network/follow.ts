import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Answer, Ask, Transport } from './types.js';

/** As many as curl's users know them; a registry needs one, to where its blobs are kept. */
const maxRedirects = 5;

/**
 * Asks, and follows redirects of a question without a body. Headers that prove who asks are not shown to another host, and
 * nobody is led from TLS to plain HTTP. Throws `package-invalid` for redirects that do not end.
 */
export async function followRedirects(transport: Transport, ask: Ask): Promise<Answer> {
  let current = ask;
  for (let hops = 0; ; hops++) {
    const answer = await transport.ask(current);
    const location = answer.header('location');
    if (!redirects.has(answer.status) || location === undefined) return answer;
    answer.discard();
    if (hops === maxRedirects) throw refuse(ask.url, message`it redirects more than ${maxRedirects} times`);
    current = redirected(current, location);
  }
}

const redirects = new Set([301, 302, 303, 307, 308]);

function redirected(ask: Ask, location: string): Ask {
  if (!URL.canParse(location, ask.url.href))
    throw refuse(ask.url, message`it redirects to what is no address`);
  const url = new URL(location, ask.url);
  if (url.protocol !== 'https:' && (ask.url.protocol === 'https:' || url.protocol !== 'http:'))
    throw refuse(ask.url, message`it redirects to an address without TLS`);
  const { authorization: _, ...others } = ask.headers ?? {};
  return { ...ask, url, headers: url.origin === ask.url.origin ? (ask.headers ?? {}) : others };
}

const refuse = (url: URL, why: ReturnType<typeof message>): TseccError =>
  new TseccError('package-invalid', message`ask '${url.host}': ${why}`);
