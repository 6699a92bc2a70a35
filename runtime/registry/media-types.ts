/** Names of what we keep in registries, and of what others do that we read. */
export const mediaTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
  /** Our artifact, and its layer with the package as tsecc wrote it. */
  artifact: 'application/vnd.tsecc.package.v1',
  package: 'application/vnd.tsecc.package.v1+json',
  /** The BPF object itself, for whatever reads ELF. */
  object: 'application/vnd.tsecc.object.v1+elf',
  /** A bundle as it was pushed: the package in it, and types for kernels that describe none. */
  bundle: 'application/vnd.tsecc.bundle.v1.tar',
  /** Two bytes, `{}`: for artifacts without a configuration. */
  empty: 'application/vnd.oci.empty.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  tarLayer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  simpleSigning: 'application/vnd.dev.cosign.simplesigning.v1+json',
  signature: 'application/vnd.dev.cosign.artifact.sig.v1+json',
} as const;
