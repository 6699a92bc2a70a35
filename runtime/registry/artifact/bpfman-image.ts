import { gzipSync } from 'node:zlib';
import { Header } from 'tar';
import type { OpenedPackage } from '../../../core/package/types.js';
import { digestOf } from '../digest.js';
import { mediaTypes } from '../media-types.js';
import { objectFileName, packageAnnotations } from './annotations.js';
import { bpfmanLabels } from './bpfman-labels.js';
import { describeBlob, jsonBytes } from './describe-blob.js';
import type { Artifact } from './types.js';

/** The form of bpfman: an ordinary image whose one layer is a tar with the object at its root, and labels. */
export function bpfmanImage(opened: OpenedPackage, architecture: string): Artifact {
  const tar = tarOf(objectFileName(opened), opened.object);
  const layer = gzipSync(tar, { level: 9 });
  const config = jsonBytes({
    architecture,
    os: 'linux',
    config: { Labels: bpfmanLabels(opened.object) },
    rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
  });
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: describeBlob(mediaTypes.config, config),
    layers: [describeBlob(mediaTypes.tarLayer, layer)],
    annotations: packageAnnotations(opened),
  };
  return { blobs: [config, layer], mediaType: mediaTypes.manifest, manifest: jsonBytes(manifest) };
}

/** Bytes of a block of a tar. */
const block = 512;

function tarOf(path: string, bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(block);
  new Header({
    path,
    type: 'File',
    size: bytes.length,
    mode: 0o644,
    uid: 0,
    gid: 0,
    mtime: new Date(0),
  }).encode(head);
  const padding = Buffer.alloc((block - (bytes.length % block)) % block);
  // Two empty blocks end it.
  return Buffer.concat([head, bytes, padding, Buffer.alloc(2 * block)]);
}
