import type { Readable } from 'node:stream';
import type { Translate } from '../../core/message.js';

/** `sha256:` and 64 small hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** Where a package came from: what of it has to be proven depends on that. */
export type Origin =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' }
  /** `pinned` is the digest of the bytes that the user named; they have it. */
  | { readonly kind: 'url'; readonly url: string; readonly pinned?: Digest }
  | {
      readonly kind: 'oci';
      /** As the user named it. */
      readonly reference: string;
      /** Of the manifest, or of the index, that the reference names: what signatures are made of. */
      readonly digest: Digest;
      /** Whether the user named that digest; all that was read has it. */
      readonly pinned: boolean;
    };

/** A signature that came with a package, not yet verified. */
export interface SignatureCandidate {
  /** What was signed: cosign's simple signing document, or the package itself. */
  readonly payload: Uint8Array;
  /** In base64. */
  readonly signature: string;
}

/** A package as it came in: nothing of it is trusted. */
export interface FetchedPackage {
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  readonly signatures: readonly SignatureCandidate[];
  /** Types of kernels that a bundle has, by `<distribution>/<version>/<machine>/<release>`; absent where there are none. */
  readonly btfs?: ReadonlyMap<string, Uint8Array> | undefined;
  /** The file that held the package, where that is a bundle: digests and signatures are made of all of it. */
  readonly whole?: Uint8Array | undefined;
}

/** How transfers over the network behave. */
export interface NetworkOptions {
  /** A file of certificates (PEM) that are trusted beside the usual ones. */
  readonly caFile?: string | undefined;
  /** Whether hosts that are not this one may be asked without TLS. */
  readonly plainHttp?: boolean | undefined;
}

/** What reading a package may use of the process and of the command line. */
export interface SourceContext extends NetworkOptions {
  readonly stdin: Readable;
  /** Relative paths start here. */
  readonly directory: string;
  /** For proxies and the place of Docker's configuration; absent, none of them. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Where progress is shown while it is a terminal. */
  readonly stderr?: { readonly isTTY?: boolean; write(text: string): unknown } | undefined;
  readonly translate?: Translate | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Shows no progress. */
  readonly quiet?: boolean | undefined;
}

/** One kind of place that packages come from. */
export interface SourceKind {
  /** Whether this name is of this kind; asked in the order of the table. */
  readonly takes: (name: string) => boolean;
  readonly read: (name: string, context: SourceContext) => Promise<FetchedPackage>;
}
