/** What is pushed of one package: blobs, and the manifest that names them. */
export interface Artifact {
  readonly blobs: readonly Uint8Array[];
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly manifest: Uint8Array;
}

/** The machines that variants are for, as registries and Go call them. */
export const architectures = ['amd64', 'arm64'] as const;

/** One of {@link architectures}. */
export type Architecture = (typeof architectures)[number];

/** The name of this machine's architecture in registries; other machines keep the word of Node.js. */
export function hostArchitecture(arch: string = process.arch): string {
  return arch === 'x64' ? 'amd64' : arch;
}
