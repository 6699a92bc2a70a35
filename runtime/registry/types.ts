import type { Digest } from '../source/types.js';

/** What names a blob or a manifest. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly artifactType?: string;
  readonly platform?: { readonly architecture: string; readonly os: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A manifest of one image or artifact. */
export interface ImageManifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A list of manifests: the variants of one image, or what refers to another manifest. */
export interface ImageIndex {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly manifests: readonly Descriptor[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Either, as it was read; `bytes` have the digest. */
export interface ReadManifest {
  readonly bytes: Uint8Array;
  readonly digest: Digest;
  readonly content:
    | { readonly kind: 'manifest'; readonly manifest: ImageManifest }
    | { readonly kind: 'index'; readonly index: ImageIndex };
}

/** Who the user is to a registry. */
export interface Credentials {
  readonly username: string;
  /** A password or an access token. */
  readonly secret: string;
  /** True for an identity token, which is exchanged for others and is no password. */
  readonly identityToken?: boolean;
}
