import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { NetworkOptions } from '../source/types.js';
import { trustedCertificates } from './certificates.js';
import { chooseProxy } from './choose-proxy.js';
import { explainFailure } from './explain-failure.js';
import { isLoopback } from './loopback.js';
import type { Answer, Ask, Transport } from './types.js';

/** What a transport is made for. */
export interface TransportOptions extends NetworkOptions {
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How long a server may be silent, in milliseconds: to take the connection, to answer, between two pieces. */
const silence = { connect: 10_000, answer: 30_000, piece: 30_000 };

/** Bytes of an answer that are read although nobody wants them, so that its connection can be used again. */
const dumped = 64 * 1024;

/** Opens what speaks HTTP, through the proxies that the variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. */
export function openTransport({ env = {}, caFile, plainHttp = false, signal }: TransportOptions): Transport {
  const dispatchers = openDispatchers(env, caFile);
  const requireSafe = (url: URL): void => {
    if (url.protocol === 'https:') return;
    if (url.protocol === 'http:' && (plainHttp || isLoopback(url.hostname))) return;
    throw new TseccError(
      'package-invalid',
      message`ask '${url.host}': without TLS anybody could change the answer`,
      { cure: message`use https, or --plain-http where that is meant` },
    );
  };
  return {
    ask: async (ask) => {
      requireSafe(ask.url);
      const dispatcher = dispatchers.for(ask.url);
      try {
        return await send(dispatcher, ask, signal);
      } catch (cause) {
        signal?.throwIfAborted();
        throw explainFailure(ask.url.host, cause);
      }
    },
    requireSafe,
    signal,
    [Symbol.asyncDispose]: () => dispatchers.destroy(),
  };
}

/** One keeper of connections for those without a proxy, and one for each proxy. */
function openDispatchers(env: Readonly<Record<string, string | undefined>>, caFile: string | undefined) {
  const certificates = trustedCertificates(caFile, env);
  const tls = { timeout: silence.connect, ...(certificates ? { ca: [...certificates] } : {}) };
  const options = { connect: tls, headersTimeout: silence.answer, bodyTimeout: silence.piece };
  const opened = new Map<string, Dispatcher>();
  const open = (proxy: URL | undefined): Dispatcher =>
    proxy
      ? new ProxyAgent({ ...options, uri: proxy.href, requestTls: tls, proxyTls: tls })
      : new Agent(options);
  return {
    for(url: URL): Dispatcher {
      const proxy = chooseProxy(url, env);
      const key = proxy?.href ?? '';
      const dispatcher = opened.get(key) ?? open(proxy);
      opened.set(key, dispatcher);
      return dispatcher;
    },
    destroy: async () => {
      await Promise.all([...opened.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

async function send(
  dispatcher: Dispatcher,
  { method = 'GET', url, headers = {}, body }: Ask,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const answer = await dispatcher.request({
    method,
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    headers: { 'user-agent': 'tsecli', ...headers },
    body: body ?? null,
    signal: signal ?? null,
  });
  return {
    status: answer.statusCode,
    header: (name) => textOf(answer.headers[name]),
    body: answer.body,
    discard: () => {
      answer.body.on('error', () => {});
      answer.body.dump({ limit: dumped }).catch(() => {});
    },
    url,
  };
}

const textOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;
