import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { readBody } from '../network/read-body.js';
import { PassingError, passingStatuses, withRetries } from '../network/retry.js';
import type { Answer, Ask, Transport } from '../network/types.js';
import { authorizedAsk, forbidden } from './authorize.js';
import { findCredentials } from './credentials/keeper.js';
import { digestOf, isDigest, requireDigest } from './digest.js';
import { findServer } from './find-server.js';
import { mediaTypes } from './media-types.js';
import { maxManifestSize, readManifest } from './read-manifest.js';
import type { Reference } from './reference.js';
import type { ReadManifest } from './types.js';

/** What opening a repository needs. */
export interface RepositoryOptions {
  readonly transport: Transport;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly plainHttp?: boolean | undefined;
  /** What is going to be done there: told when asking for a token. */
  readonly actions: 'pull' | 'pull,push';
}

/** A repository of a registry. */
export interface Repository {
  readonly reference: Reference;
  /** A question below `/v2/NAME/`, or at another address; statuses other than these are explained and thrown. */
  readonly ask: (path: string | URL, statuses: readonly number[], ask?: Omit<Ask, 'url'>) => Promise<Answer>;
  /** The manifest of a tag or a digest, which it then has; undefined where there is none. */
  readonly manifest: (name: string) => Promise<ReadManifest | undefined>;
  readonly signal: AbortSignal | undefined;
}

/** Opens the repository that a reference names. */
export async function openRepository(
  reference: Reference,
  { transport, env, plainHttp = false, actions }: RepositoryOptions,
): Promise<Repository> {
  const { registry, repository } = reference;
  const { signal } = transport;
  const server = await withRetries(() => findServer(transport, registry, plainHttp), signal);
  const authorized = authorizedAsk(transport, {
    registry,
    scope: `repository:${repository}:${actions}`,
    credentials: () => findCredentials(registry, env),
  });
  const ask: Repository['ask'] = async (path, statuses, how = {}) => {
    const url = path instanceof URL ? path : new URL(`/v2/${repository}/${path}`, server);
    const answer = await authorized({ ...how, url });
    if (statuses.includes(answer.status)) return answer;
    throw await explainStatus(reference, answer);
  };
  return {
    reference,
    ask,
    manifest: (name) => withRetries(() => fetchManifest(ask, reference, name), signal),
    signal,
  };
}

async function fetchManifest(
  ask: Repository['ask'],
  { registry, repository }: Reference,
  name: string,
): Promise<ReadManifest | undefined> {
  const { manifest, index, dockerManifest, dockerIndex } = mediaTypes;
  const accept = [manifest, index, dockerManifest, dockerIndex].join(', ');
  const answer = await ask(`manifests/${name}`, [200, 404], { headers: { accept } });
  const said: Phrase = `'${registry}/${repository}${name.includes(':') ? '@' : ':'}${name}'`;
  const bytes = await readBody(answer, { limit: maxManifestSize, name: said });
  if (answer.status === 404) return undefined;
  // Of a tag the registry tells the digest itself; it has to be true.
  const wanted = isDigest(name) ? name : answer.header('docker-content-digest');
  if (isDigest(wanted)) requireDigest(bytes, wanted, said);
  return { bytes, digest: digestOf(bytes), content: readManifest(bytes, said) };
}

/** What a registry's refusal means. */
async function explainStatus({ registry, repository }: Reference, answer: Answer): Promise<TseccError> {
  const { status } = answer;
  const words = errorIn(
    await readBody(answer, { limit: maxManifestSize, name: `'${registry}'` }).catch(() => undefined),
  );
  if (status === 401 || status === 403) return forbidden(registry, repository);
  const said = message`ask '${registry}' for '${repository}': it answered ${status}${words}`;
  return passingStatuses.has(status)
    ? new PassingError('unforeseen', said)
    : new TseccError('package-invalid', said);
}

/** The registry's own words, in the form that the distribution specification gives them. */
function errorIn(body: Uint8Array | undefined): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(body ?? []).toString());
    if (typeof value !== 'object' || value === null || !('errors' in value)) return '';
    const [first]: unknown[] = Array.isArray(value.errors) ? value.errors : [];
    if (typeof first !== 'object' || first === null || !('message' in first)) return '';
    return typeof first.message === 'string' ? `: ${first.message.slice(0, 200)}` : '';
  } catch {
    return '';
  }
}
