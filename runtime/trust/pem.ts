/** What stands between the lines of a PEM file (RFC 7468). */
export interface PemBlock {
  /** `PUBLIC KEY`, `ENCRYPTED SIGSTORE PRIVATE KEY` */
  readonly label: string;
  readonly bytes: Uint8Array;
}

const block = /-----BEGIN ([A-Z0-9 ]{1,64})-----\r?\n([A-Za-z0-9+/=\s]{1,65536}?)-----END \1-----/;

/** The first block of a PEM text; undefined where there is none. What stands before it is a comment, as everywhere. */
export function readPem(text: string): PemBlock | undefined {
  const [, label, body] = block.exec(text) ?? [];
  if (label === undefined || body === undefined) return undefined;
  return { label, bytes: Buffer.from(body.replaceAll(/\s/g, ''), 'base64') };
}

/** PEM text of bytes, in lines of 64 characters. */
export function writePem({ label, bytes }: PemBlock): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
