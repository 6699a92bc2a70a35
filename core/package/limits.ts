/** Version of our part of the manifest (`meta.tsecc.format`) that this code writes, and the newest it reads. */
export const packageFormat = 1;

/** Version of the eunomia-bpf format that our packages follow (`meta.eunomia_version`). */
export const eunomiaVersion = '0.3.4';

/**
 * Largest package file or bundle that is read, in bytes. The largest packages of real tools have about 1 MB, a bundle
 * for all kernels of BTFHub some 10 MB; opening one of this size stays below 200 MB of memory.
 */
export const maxPackageSize = 32 * 1024 * 1024;

/** Largest object that is inflated, in bytes; the schema holds `bpf_object_size` to the same. */
export const maxObjectSize = 32 * 1024 * 1024;

/** Deepest nesting of a manifest: the format itself needs nine levels. */
export const maxDepth = 64;

/** Most values in a manifest. An object of a hundred maps and a thousand variables has some ten thousand. */
export const maxValues = 1_000_000;
