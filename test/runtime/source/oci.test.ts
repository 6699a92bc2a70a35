import { Readable } from 'node:stream';
import t from 'tap';
import { readOci } from '../../../runtime/source/oci.js';
import { packageArtifact } from '../../../runtime/registry/artifact/package-artifact.js';
import { digestOf } from '../../../runtime/registry/digest.js';
import { openPackage } from '../../../core/package/open.js';
import { startServer } from '../../fixtures/http-server.js';
import { tracingPackage } from '../../fixtures/tracing-package.js';

const content = tracingPackage();
const artifact = packageArtifact(openPackage(content), content);
const digest = digestOf(artifact.manifest);

t.test('a package of a registry says what its reference names', async (t) => {
  const { host } = await startServer(t, ({ url = '' }, response) => {
    const blob = artifact.blobs.find((each) => url === `/v2/a/blobs/${digestOf(each)}`);
    if (url === '/v2/a/manifests/1' || url === `/v2/a/manifests/${digest}`) response.end(artifact.manifest);
    else if (blob) response.end(blob);
    else response.writeHead(404).end();
  });
  const context = { stdin: Readable.from([]), directory: '/' };
  const { bytes, origin, signatures } = await readOci(`${host}/a:1`, context);
  t.same(Buffer.from(bytes), content);
  t.same(origin, { kind: 'oci', reference: `${host}/a:1`, digest, pinned: false });
  t.same(signatures, []);
  t.match((await readOci(`${host}/a@${digest}`, context)).origin, { digest, pinned: true });
});
