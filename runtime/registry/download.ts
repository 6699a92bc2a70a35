import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { readBody } from '../network/read-body.js';
import { withRetries } from '../network/retry.js';
import { requireDigest } from './digest.js';
import type { Repository } from './repository.js';
import type { Descriptor } from './types.js';

/**
 * Reads a blob, whose bytes then have its digest and its size. A transfer that was cut goes on where it ended if the
 * registry can, else from the start. `onProgress` is told how many bytes are here.
 */
export async function downloadBlob(
  repository: Repository,
  { digest, size }: Descriptor,
  { limit, onProgress }: { readonly limit: number; readonly onProgress?: (bytes: number) => void },
): Promise<Uint8Array> {
  const { registry, repository: path } = repository.reference;
  const name = message`${digest} of '${`${registry}/${path}`}'`;
  if (size > limit)
    throw new TseccError('package-invalid', message`read ${name}: it is larger than ${limit} bytes`);
  let pieces: Uint8Array[] = [];
  let have = 0;
  await withRetries(async () => {
    if (have === size && size > 0) return;
    const headers = have > 0 ? { range: `bytes=${have}-` } : {};
    const answer = await repository.ask(`blobs/${digest}`, [200, 206], { headers });
    const goesOn =
      answer.status === 206 && (answer.header('content-range') ?? '').startsWith(`bytes ${have}-`);
    if (have > 0 && !goesOn) {
      pieces = [];
      have = 0;
    }
    const onPiece = (piece: Uint8Array): void => {
      pieces.push(piece);
      have += piece.length;
      onProgress?.(have);
    };
    await readBody(answer, { limit: size - have, name, onPiece });
  }, repository.signal);
  const bytes = Buffer.concat(pieces);
  requireDigest(bytes, digest, name);
  return bytes;
}
