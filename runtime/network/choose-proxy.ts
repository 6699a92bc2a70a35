import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { isLoopback } from './loopback.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that an address is asked through, by HTTPS_PROXY, HTTP_PROXY and NO_PROXY in either spelling, the small one
 * first, as curl has it; undefined for none. This machine is never asked through another one. Throws `usage`.
 */
export function chooseProxy(url: URL, env: Env): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const given = valueOf(env, name) ?? '';
  if (given === '' || isLoopback(url.hostname) || isExcepted(url, valueOf(env, 'no_proxy') ?? ''))
    return undefined;
  const address = given.includes('://') ? given : `http://${given}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy?.protocol === 'http:' || proxy?.protocol === 'https:') return proxy;
  throw new TseccError('usage', message`read ${name.toUpperCase()}: it is no address of an HTTP proxy`);
}

const valueOf = (env: Env, name: string): string | undefined => env[name] ?? env[name.toUpperCase()];

/** `*`, hosts, and domains with all below them: `example.com,.internal,10.0.0.1:8080`. */
function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (only !== undefined && only !== port)) return false;
      return host === name || host.endsWith(`.${name}`);
    });
}
