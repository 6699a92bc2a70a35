import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { maxPackageSize } from '../../core/package/limits.js';
import type { Digest } from '../source/types.js';
import { chooseVariant } from './artifact/variants.js';
import { downloadBlob } from './download.js';
import { mediaTypes } from './media-types.js';
import { showTransfer, type ProgressTarget } from './progress.js';
import { referenceText } from './reference.js';
import type { Repository } from './repository.js';
import { unbundle } from '../source/bundle/unbundle.js';
import { digestOf } from './digest.js';
import type { Descriptor, ImageManifest, ReadManifest } from './types.js';

/** A package as a registry has it. */
export interface PulledPackage {
  /** The package, or the bundle that it was pushed in. */
  readonly bytes: Uint8Array;
  /** Of what the reference names: the manifest, or the index of variants. */
  readonly digest: Digest;
  readonly manifest: ImageManifest;
}

/** Reads the package that a repository's reference names, in the variant for an architecture. Throws `package-invalid`. */
export async function fetchPackage(
  repository: Repository,
  architecture: string,
  target: ProgressTarget,
): Promise<PulledPackage> {
  const { reference } = repository;
  const named = await requireManifest(repository, reference.digest ?? reference.tag ?? 'latest');
  const manifest = await variantOf(repository, named, architecture);
  const layer = manifest.layers.find(({ mediaType }) => mediaType === mediaTypes.package);
  if (!layer) {
    throw new TseccError(
      'package-invalid',
      message`read '${referenceText(reference)}': it holds no package of tsecc`,
      {
        cure: message`one is pushed with: tsecli push package.json ${referenceText({ ...reference, digest: undefined })}`,
      },
    );
  }
  const bundle = manifest.layers.find(({ mediaType }) => mediaType === mediaTypes.bundle);
  const wanted = bundle ?? layer;
  using progress = showTransfer(message`pull ${referenceText(reference)}`, target);
  const bytes = await downloadBlob(repository, wanted, {
    limit: maxPackageSize,
    onProgress: (done) => progress.show(done, wanted.size),
  });
  if (bundle) await requireSame(bytes, layer, referenceText(reference));
  return { bytes, digest: named.digest, manifest };
}

/** What runs is the package of the bundle; who looked at the layer of the package must have seen the same one. */
async function requireSame(bundle: Uint8Array, layer: Descriptor, name: string): Promise<void> {
  if (digestOf((await unbundle(bundle)).bytes) === layer.digest) return;
  throw new TseccError(
    'package-invalid',
    message`read '${name}': its bundle holds another package than it shows`,
  );
}

async function requireManifest(repository: Repository, name: string): Promise<ReadManifest> {
  const found = await repository.manifest(name);
  if (found) return found;
  throw new TseccError(
    'package-invalid',
    message`read '${referenceText(repository.reference)}': the registry has no such package`,
  );
}

async function variantOf(
  repository: Repository,
  { content }: ReadManifest,
  architecture: string,
): Promise<ImageManifest> {
  if (content.kind === 'manifest') return content.manifest;
  const name = `'${referenceText(repository.reference)}'`;
  const variant = await requireManifest(repository, chooseVariant(content.index, architecture, name).digest);
  if (variant.content.kind === 'manifest') return variant.content.manifest;
  throw new TseccError('package-invalid', message`read ${name}: a variant of it is a list of others`);
}
