/** What a command line says of trust, as it was written. */
export interface TrustRequest {
  /** Files of public keys, one of which must have signed the package. */
  readonly keys: readonly string[];
  /** `sha256:…` */
  readonly digest: string | undefined;
  readonly insecure: boolean;
}
