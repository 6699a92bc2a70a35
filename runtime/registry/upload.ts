import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { withRetries } from '../network/retry.js';
import type { Answer } from '../network/types.js';
import type { Digest } from '../source/types.js';
import { digestOf } from './digest.js';
import type { Repository } from './repository.js';
import type { Descriptor } from './types.js';

/** Puts a blob into the repository, unless it is there. An upload that was cut goes on where the registry has it. */
export async function uploadBlob(
  repository: Repository,
  bytes: Uint8Array,
  { digest }: Pick<Descriptor, 'digest'>,
): Promise<void> {
  const { ask, signal } = repository;
  // Where the bytes go, of an upload that was begun.
  let place: URL | undefined;
  await withRetries(async () => {
    if (await hasBlob(repository, digest)) return;
    const begun = place && (await uploaded(repository, place));
    const at = begun ?? { place: await begin(repository), have: 0 };
    place = at.place;
    if (at.have > 0) place = await goOn(repository, at, bytes);
    const end = new URL(place);
    end.searchParams.set('digest', digest);
    const answer = await ask(end, [201, 202, 204], {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: at.have > 0 ? undefined : bytes,
    });
    answer.discard();
  }, signal);
}

async function hasBlob({ ask }: Repository, digest: Digest): Promise<boolean> {
  const answer = await ask(`blobs/${digest}`, [200, 404], { method: 'HEAD' });
  answer.discard();
  return answer.status === 200;
}

async function begin(repository: Repository): Promise<URL> {
  const answer = await repository.ask('blobs/uploads/', [202], {
    method: 'POST',
    headers: { 'content-length': '0' },
  });
  answer.discard();
  return placeOf(repository, answer);
}

interface Begun {
  readonly place: URL;
  /** How many bytes the registry has. */
  readonly have: number;
}

/** How far an upload came; undefined where the registry knows nothing of it any more. */
async function uploaded(repository: Repository, place: URL): Promise<Begun | undefined> {
  const answer = await repository.ask(place, [204, 404, 400, 416]);
  answer.discard();
  const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.header('range') ?? '') ?? [];
  if (answer.status !== 204 || last === undefined || answer.header('location') === undefined)
    return undefined;
  return { place: placeOf(repository, answer), have: Number(last) === 0 ? 0 : Number(last) + 1 };
}

/** Sends what the registry does not have yet. */
async function goOn(repository: Repository, { place, have }: Begun, bytes: Uint8Array): Promise<URL> {
  const answer = await repository.ask(place, [202], {
    method: 'PATCH',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `${have}-${bytes.length - 1}`,
    },
    body: bytes.subarray(have),
  });
  answer.discard();
  return placeOf(repository, answer);
}

function placeOf({ reference: { registry } }: Repository, answer: Answer): URL {
  const location = answer.header('location') ?? '';
  if (location !== '' && URL.canParse(location, answer.url.href)) return new URL(location, answer.url);
  throw new TseccError('package-invalid', message`ask '${registry}': it names no place for an upload`);
}

/** Puts a manifest under a tag, or under its own digest where none is named; gives the answer of the registry. */
export async function putManifest(
  repository: Repository,
  bytes: Uint8Array,
  mediaType: string,
  tag?: string,
): Promise<{ readonly digest: Digest; readonly answer: Answer }> {
  const digest = digestOf(bytes);
  const answer = await withRetries(
    () =>
      repository.ask(`manifests/${tag ?? digest}`, [201], {
        method: 'PUT',
        headers: { 'content-type': mediaType },
        body: bytes,
      }),
    repository.signal,
  );
  answer.discard();
  return { digest, answer };
}
