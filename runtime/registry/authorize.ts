import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { followRedirects } from '../network/follow.js';
import type { Answer, Ask, Transport } from '../network/types.js';
import { parseChallenge } from './challenge.js';
import { loginCure } from './login-cure.js';
import { basic, fetchToken, refused } from './token.js';
import type { Credentials } from './types.js';

/** For whom a registry is asked, and about what. */
export interface AuthorizeOptions {
  readonly registry: string;
  /** `repository:owner/name:pull,push`; empty for none. */
  readonly scope: string;
  /** Asked once, when the registry wants them. */
  readonly credentials: () => Promise<Credentials | undefined>;
}

/** Asks a registry; when it wants to know who asks, proves that and asks again. Throws `not-permitted`. */
export type AuthorizedAsk = (ask: Ask) => Promise<Answer>;

/** An {@link AuthorizedAsk} that keeps its proof for later questions. */
export function authorizedAsk(
  transport: Transport,
  { registry, scope, credentials }: AuthorizeOptions,
): AuthorizedAsk {
  let proof: string | undefined;
  let origin: string | undefined;
  const send = (ask: Ask): Promise<Answer> => {
    origin ??= ask.url.origin;
    // An upload may go on at another host, which must not learn who asks.
    const proves = proof !== undefined && ask.url.origin === origin;
    const headers = { ...ask.headers, ...(proves ? { authorization: proof ?? '' } : {}) };
    const proven = { ...ask, headers };
    return ask.method === undefined || ask.method === 'GET' || ask.method === 'HEAD'
      ? followRedirects(transport, proven)
      : transport.ask(proven);
  };
  return async (ask) => {
    const first = await send(ask);
    if (first.status !== 401) return first;
    const challenge = parseChallenge(first.header('www-authenticate'));
    first.discard();
    if (!challenge || first.url.origin !== origin) throw refused(registry, false);
    const known = await credentials();
    if (challenge.scheme === 'basic') {
      if (!known || known.identityToken) throw refused(registry, false);
      proof = basic(known);
    } else {
      const wanted = challenge.scope ?? scope;
      proof = `Bearer ${await fetchToken(transport, registry, challenge, { scope: wanted, credentials: known })}`;
    }
    const second = await send(ask);
    if (second.status !== 401) return second;
    second.discard();
    throw refused(registry, known !== undefined);
  };
}

/** A registry that knows who asks, but does not let them. */
export function forbidden(registry: string, repository: string): TseccError {
  return new TseccError(
    'not-permitted',
    message`ask '${registry}' for '${repository}': it does not let you`,
    {
      cure: loginCure(registry),
    },
  );
}
