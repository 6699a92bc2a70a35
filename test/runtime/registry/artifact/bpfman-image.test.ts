import { execFileSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import t from 'tap';
import { openPackage } from '../../../../core/package/open.js';
import { bpfmanImage } from '../../../../runtime/registry/artifact/bpfman-image.js';
import { digestOf } from '../../../../runtime/registry/digest.js';
import { readManifest } from '../../../../runtime/registry/read-manifest.js';
import { tracingPackage } from '../../../fixtures/tracing-package.js';

t.test('one layer: a tar with the object at its root, which other tools read', async (t) => {
  const opened = openPackage(tracingPackage());
  const image = bpfmanImage(opened, 'arm64');
  const [config = Buffer.of(), layer = Buffer.of()] = image.blobs;
  t.equal(execFileSync('tar', ['tzf', '-'], { input: layer }).toString(), 'tracepoint.bpf.o\n');
  t.same(execFileSync('tar', ['xzOf', '-'], { input: layer }), Buffer.from(opened.object));
  t.match(JSON.parse(Buffer.from(config).toString()), {
    architecture: 'arm64',
    config: { Labels: { 'io.ebpf.programs': /on_open/, 'io.ebpf.maps': '{}' } },
    rootfs: { diff_ids: [digestOf(gunzipSync(layer))] },
  });
  t.match(readManifest(image.manifest, 'x'), {
    manifest: { config: { digest: digestOf(config) }, layers: [{ digest: digestOf(layer) }] },
  });
});
