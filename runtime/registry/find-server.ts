import { codeOf } from '../network/explain-failure.js';
import { isLoopback } from '../network/loopback.js';
import type { Transport } from '../network/types.js';

/** Docker's Hub answers under another name than it is called. */
const hubServer = 'registry-1.docker.io';

/**
 * The address of a registry: by TLS. A registry on this very machine, or any where the user lets that, may be without;
 * that is found out, and never because a certificate is not trusted.
 */
export async function findServer(transport: Transport, registry: string, plainHttp: boolean): Promise<URL> {
  const host = registry === 'docker.io' ? hubServer : registry;
  const secure = new URL(`https://${host}`);
  if (!plainHttp && !isLoopback(secure.hostname)) return secure;
  try {
    const answer = await transport.ask({ url: new URL('/v2/', secure) });
    answer.discard();
    return secure;
  } catch (error) {
    if (!isWithoutTls(error)) throw error;
    return new URL(`http://${host}`);
  }
}

/** The other side does not speak TLS. */
function isWithoutTls(error: unknown): boolean {
  const code = codeOf(error instanceof Error ? error.cause : undefined);
  return (
    code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG'
  );
}
