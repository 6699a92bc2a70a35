import { deflateSync } from 'node:zlib';
import type { PackageManifest, PackageMeta } from './types.js';

/** The manifest for an object and what is known about it. */
export function packManifest(meta: PackageMeta, object: Uint8Array): PackageManifest {
  return {
    bpf_object: deflateSync(object).toString('base64'),
    bpf_object_size: object.length,
    meta,
  };
}

/**
 * A package as text: compact JSON with its keys sorted, as ecc writes it, and a line break at the end.
 * The same facts and object give the same bytes, in whatever order the facts were put together.
 */
export function writePackage(meta: PackageMeta, object: Uint8Array): string {
  return `${JSON.stringify(sortKeys(packManifest(meta, object)))}\n`;
}

/** The value with the keys of all its objects in order of their UTF-16 units; arrays keep theirs. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, sortKeys(inner)]));
}
