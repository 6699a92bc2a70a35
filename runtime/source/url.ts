import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { maxPackageSize } from '../../core/package/limits.js';
import { followRedirects } from '../network/follow.js';
import { readBody } from '../network/read-body.js';
import { PassingError, passingStatuses, withRetries } from '../network/retry.js';
import { openTransport } from '../network/transport.js';
import type { Answer, Transport } from '../network/types.js';
import { requireDigest } from '../registry/digest.js';
import { showTransfer } from '../registry/progress.js';
import { parseUrl } from './parse-url.js';
import type { FetchedPackage, SignatureCandidate, SourceContext } from './types.js';

/** Larger than any signature in base64. */
const maxSignature = 16 * 1024;

/**
 * Reads a package from an http(s) address; `#sha256:…` behind it names the digest that it has to have. Its signature is
 * looked for beside it, at the same address with `.sig`. Throws `package-invalid` for what is no package, whatever it is.
 */
export async function readUrl(text: string, context: SourceContext): Promise<FetchedPackage> {
  const { url, name, headers, pinned } = parseUrl(text);
  await using transport = openTransport(context);
  transport.requireSafe(url);
  const ask = { url, headers: { ...headers, accept: 'application/json, */*;q=0.5' } };
  const bytes = await withRetries(async () => {
    const answer = requirePackage(await followRedirects(transport, ask), name);
    return await readWithProgress(answer, name, context);
  }, transport.signal);
  if (pinned) requireDigest(bytes, pinned, `'${name}'`);
  const signatures = await readSignature(transport, url, headers, bytes);
  return { bytes, origin: { kind: 'url', url: name, ...(pinned ? { pinned } : {}) }, signatures };
}

function requirePackage(answer: Answer, name: string): Answer {
  const { status } = answer;
  if (status === 200) {
    if (!/^text\/html\b/i.test(answer.header('content-type') ?? '')) return answer;
    answer.discard();
    throw new TseccError('package-invalid', message`read '${name}': it is a web page, no package`);
  }
  answer.discard();
  if (status === 401 || status === 403) {
    throw new TseccError(
      'not-permitted',
      message`read '${name}': the server answered ${status}: it does not let you`,
      {
        cure: message`get it by another way, and run the file`,
      },
    );
  }
  const said = message`read '${name}': the server answered ${status}`;
  throw passingStatuses.has(status)
    ? new PassingError('unforeseen', said)
    : new TseccError('package-invalid', said);
}

async function readWithProgress(answer: Answer, name: string, context: SourceContext): Promise<Uint8Array> {
  using progress = showTransfer(message`fetch ${name}`, context);
  const total = Number(answer.header('content-length') ?? 0);
  let have = 0;
  return await readBody(answer, {
    limit: maxPackageSize,
    name: `'${name}'`,
    onPiece: ({ length }) => progress.show((have += length), Math.max(total, have)),
  });
}

/** Whatever keeps it from being read: then there is none, and the package has to be proven otherwise. */
async function readSignature(
  transport: Transport,
  url: URL,
  headers: Readonly<Record<string, string>>,
  payload: Uint8Array,
): Promise<readonly SignatureCandidate[]> {
  const place = new URL(url);
  place.pathname += '.sig';
  try {
    const answer = await followRedirects(transport, { url: place, headers });
    if (answer.status !== 200) {
      answer.discard();
      return [];
    }
    const text = Buffer.from(await readBody(answer, { limit: maxSignature, name: `'${place.href}'` }));
    return [{ payload, signature: text.toString('latin1').trim() }];
  } catch (error) {
    if (error instanceof TseccError) return [];
    throw error;
  }
}
