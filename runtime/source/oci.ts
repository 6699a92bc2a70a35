import { openTransport } from '../network/transport.js';
import { hostArchitecture } from '../registry/artifact/types.js';
import { fetchPackage } from '../registry/fetch-package.js';
import { readSignatures } from '../registry/read-signatures.js';
import { parseReference } from '../registry/reference.js';
import { openRepository } from '../registry/repository.js';
import type { FetchedPackage, Origin, SourceContext } from './types.js';

/** A package or a bundle as a registry has it. */
export interface OciPackage extends FetchedPackage {
  readonly origin: Extract<Origin, { readonly kind: 'oci' }>;
}

/** What of a reference is read. */
export interface OciOptions {
  /** The machine that it is for; this one unless it is named. */
  readonly architecture?: string | undefined;
  /** Whether somebody is going to ask who signed it. */
  readonly signed?: boolean;
}

/** Reads a package from a registry, in the variant for a machine, with the signatures that are kept of it there. */
export async function readOci(
  name: string,
  context: SourceContext,
  { architecture = hostArchitecture(), signed = true }: OciOptions = {},
): Promise<OciPackage> {
  const reference = parseReference(name);
  await using transport = openTransport(context);
  const { env = {}, plainHttp } = context;
  const repository = await openRepository(reference, { transport, env, plainHttp, actions: 'pull' });
  const { bytes, digest } = await fetchPackage(repository, architecture, context);
  const signatures = signed ? await readSignatures(repository, digest) : [];
  const pinned = reference.digest !== undefined;
  return { bytes, origin: { kind: 'oci', reference: name, digest, pinned }, signatures };
}
