import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { describeBlob } from '../../../runtime/registry/artifact/describe-blob.js';
import { mediaTypes } from '../../../runtime/registry/media-types.js';
import { readManifest } from '../../../runtime/registry/read-manifest.js';

const blob = describeBlob('a/b', Buffer.from('x'), { k: 'v' });
const manifest = {
  schemaVersion: 2,
  mediaType: mediaTypes.manifest,
  config: blob,
  layers: [blob],
  subject: blob,
};
const read = (value: unknown) => readManifest(Buffer.from(JSON.stringify(value)), 'x');

t.test('manifests and indexes, of OCI and of Docker', async (t) => {
  t.match(read(manifest), { kind: 'manifest', manifest: { layers: [blob], subject: blob } });
  t.match(read({ ...manifest, mediaType: mediaTypes.dockerManifest }), { kind: 'manifest' });
  const variant = { ...blob, platform: { architecture: 'arm64', os: 'linux', variant: 'v8' } };
  t.match(read({ schemaVersion: 2, manifests: [variant] }), {
    kind: 'index',
    index: { manifests: [{ platform: { architecture: 'arm64', os: 'linux' } }] },
  });
  t.match(read({ schemaVersion: 2, mediaType: mediaTypes.dockerIndex, manifests: [] }), { kind: 'index' });
});

t.test('anything else is one sentence that says where', async (t) => {
  const refused = (value: unknown, at: string) =>
    t.throws(() => read(value), {
      code: 'package-invalid',
      message: `read x: its manifest is none of OCI at /${at}`,
    });
  refused([], '');
  refused({ ...manifest, schemaVersion: 1 }, 'schemaVersion');
  refused({ ...manifest, layers: {} }, 'layers');
  refused({ ...manifest, layers: [{ ...blob, digest: 'sha256:0' }] }, 'layers/0/digest');
  refused({ ...manifest, layers: [{ ...blob, size: -1 }] }, 'layers/0/size');
  refused({ ...manifest, config: null }, 'config');
  refused({ ...manifest, annotations: { a: 1 } }, 'annotations');
  refused({ ...manifest, layers: Array.from({ length: 1001 }, () => blob) }, 'layers');
  t.throws(() => readManifest(Buffer.from('{'), 'x'), { code: 'package-invalid', message: /not JSON/ });
  t.throws(() => readManifest(Buffer.of(0xff), 'x'), { code: 'package-invalid' });
});

t.test('whatever is read, it throws nothing but its own errors', async () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('layers', 'config', 'manifests', 'subject', 'annotations'),
      (value, key) => {
        try {
          return read({ ...manifest, [key]: value }) !== undefined;
        } catch (error) {
          return error instanceof TseccError && error.code === 'package-invalid';
        }
      },
    ),
  );
});
