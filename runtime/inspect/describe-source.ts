import type { FetchedPackage, Origin } from '../source/types.js';
import { packageDigest } from '../trust/check-digest.js';
import { digestOf } from '../trust/fingerprint.js';

/** The file, or the image in a registry, that a package came in. */
export interface SourceDescription {
  readonly origin: Origin['kind'];
  /** In bytes; of a bundle, all of it. */
  readonly size: number;
  /** What `--digest` takes: of the file, or for one in a registry of its manifest. */
  readonly digest: string;
  /** Undefined for what is no bundle. */
  readonly bundle: BundleDescription | undefined;
}

/** A package that came in a bundle. */
export interface BundleDescription {
  readonly packageSize: number;
  readonly packageDigest: string;
  /** Kernels whose types it brings, `<distribution>/<version>/<machine>/<release>`. */
  readonly kernels: readonly string[];
}

/** Says what file a package came in. */
export function describeSource(fetched: FetchedPackage): SourceDescription {
  const { origin, bytes, whole, btfs } = fetched;
  return {
    origin: origin.kind,
    size: (whole ?? bytes).length,
    digest: packageDigest(fetched),
    bundle:
      whole === undefined
        ? undefined
        : {
            packageSize: bytes.length,
            packageDigest: digestOf(bytes),
            kernels: [...(btfs?.keys() ?? [])].toSorted(),
          },
  };
}
