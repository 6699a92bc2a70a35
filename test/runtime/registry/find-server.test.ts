import t from 'tap';
import { explainFailure } from '../../../runtime/network/explain-failure.js';
import { findServer } from '../../../runtime/registry/find-server.js';
import { fakeTransport } from '../../fixtures/fake-transport.js';

const failing = (code: string) =>
  fakeTransport(() => explainFailure('h', Object.assign(new Error(code), { code })));

t.test('TLS, unless this machine or the user says otherwise', async (t) => {
  const { transport, asked } = failing('EPROTO');
  t.equal((await findServer(transport, 'ghcr.io', false)).href, 'https://ghcr.io/');
  t.equal((await findServer(transport, 'docker.io', false)).href, 'https://registry-1.docker.io/');
  t.same(asked(), [], 'others are not tried');
  t.equal((await findServer(transport, 'localhost:5000', false)).href, 'http://localhost:5000/');
  t.equal((await findServer(transport, 'ghcr.io', true)).href, 'http://ghcr.io/');
  t.equal(
    (await findServer(fakeTransport(() => ({})).transport, 'localhost', false)).href,
    'https://localhost/',
  );
});

t.test('a certificate that is not trusted is no reason to do without', async (t) => {
  const { transport } = failing('DEPTH_ZERO_SELF_SIGNED_CERT');
  await t.rejects(findServer(transport, 'localhost:5000', true), { message: /not trusted/ });
});
