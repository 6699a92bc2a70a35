import type { CommandIo } from '../../../core/command.js';
import { message } from '../../../core/message.js';
import { openPackage } from '../../../core/package/open.js';
import { TseccError } from '../../../core/errors.js';
import { openTransport } from '../../network/transport.js';
import { askPassword } from '../../signing/ask-password.js';
import { readSource } from '../../source/read-source.js';
import type { NetworkOptions } from '../../source/types.js';
import { makeSignature } from '../../trust/make-signature.js';
import { readPrivateKey } from '../../trust/private-key.js';
import { readKeyText } from '../../trust/read-key-file.js';
import { bpfmanImage } from '../artifact/bpfman-image.js';
import { describeBlob } from '../artifact/describe-blob.js';
import { packageArtifact } from '../artifact/package-artifact.js';
import { hostArchitecture, type Architecture, type Artifact } from '../artifact/types.js';
import { indexOf } from '../artifact/variants.js';
import { attachSignature } from '../attach-signature.js';
import { showTransfer } from '../progress.js';
import { parseReference } from '../reference.js';
import { openRepository, type Repository } from '../repository.js';
import { putManifest, uploadBlob } from '../upload.js';

/** A package, for all machines or for those of one architecture. */
export interface PushSource {
  readonly architecture: Architecture | undefined;
  readonly path: string;
}

/** What is pushed, and where to. */
export interface PushRequest extends NetworkOptions {
  readonly sources: readonly PushSource[];
  readonly reference: string;
  readonly format: 'tsecc' | 'bpfman';
  /** The file of a private key that signs it. */
  readonly key: string | undefined;
  readonly quiet: boolean;
}

/**
 * Puts packages into a registry, and prints the reference with the digest that they have there. What is no package is not
 * pushed. Throws `package-invalid`, `not-permitted`, and `unforeseen` for a network that cannot be reached.
 */
export async function pushPackage(
  request: PushRequest,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<void> {
  const reference = parseReference(request.reference);
  if (reference.digest !== undefined) {
    throw new TseccError(
      'usage',
      message`push to '${request.reference}': its digest follows from the package`,
      {
        cure: message`name a tag: ghcr.io/owner/name:1.0`,
      },
    );
  }
  const variants = await Promise.all(
    request.sources.map((source) => readVariant(source, request.format, io)),
  );
  // Asked for before anything is pushed.
  const key = request.key === undefined ? undefined : await openKey(request.key, io);
  const { caFile, plainHttp } = request;
  const { env } = io;
  await using transport = openTransport({ env, caFile, plainHttp, signal });
  const repository = await openRepository(reference, { transport, env, plainHttp, actions: 'pull,push' });
  await uploadAll(repository, variants, request, io);
  const top = topOf(variants);
  const { digest } = await putManifest(repository, top.manifest, top.mediaType, reference.tag);
  const place = `${reference.registry}/${reference.repository}`;
  if (key) {
    const subject = describeBlob(top.mediaType, top.manifest);
    await attachSignature(repository, subject, makeSignature(digest, place, key));
  }
  io.stdout.write(`${place}@${digest}\n`);
}

interface Variant {
  readonly architecture: Architecture | undefined;
  readonly artifact: Artifact;
}

async function readVariant(
  { path, architecture }: PushSource,
  format: PushRequest['format'],
  io: CommandIo,
): Promise<Variant> {
  const { bytes, origin, whole } = await readSource(path, { stdin: io.stdin, directory: io.cwd() });
  if (origin.kind !== 'file' && origin.kind !== 'stdin')
    throw new TseccError('usage', message`push '${path}': only a file can be pushed`, {
      cure: message`pull it first`,
    });
  const opened = openPackage(bytes);
  const artifact =
    format === 'bpfman'
      ? bpfmanImage(opened, architecture ?? hostArchitecture())
      : packageArtifact(opened, bytes, whole);
  return { architecture, artifact };
}

async function openKey(path: string, io: CommandIo) {
  return await readPrivateKey(await readKeyText(path, io.cwd()), path, () =>
    askPassword(io, message`Password of '${path}': `),
  );
}

/** The blobs of all variants, and their manifests where an index is going to name them. */
async function uploadAll(
  repository: Repository,
  variants: readonly Variant[],
  { reference, quiet }: PushRequest,
  io: CommandIo,
): Promise<void> {
  const blobs = variants.flatMap(({ artifact }) => artifact.blobs);
  const total = blobs.reduce((size, { length }) => size + length, 0);
  using progress = showTransfer(message`push ${reference}`, { ...io, quiet });
  let done = 0;
  for (const blob of blobs) {
    progress.show(done, total);
    await uploadBlob(repository, blob, describeBlob('', blob));
    done += blob.length;
  }
  for (const { architecture, artifact } of variants) {
    if (architecture !== undefined) await putManifest(repository, artifact.manifest, artifact.mediaType);
  }
}

/** What the tag is going to name: the one package, or the index of those for some architectures. */
function topOf(variants: readonly Variant[]): Artifact {
  const named = variants.flatMap(({ architecture, artifact }) =>
    architecture === undefined ? [] : [{ architecture, artifact }],
  );
  const [only] = variants;
  return named.length > 0 || !only ? indexOf(named) : only.artifact;
}
