import { spawnSync } from 'node:child_process';
import t from 'tap';
import { digestOf, fingerprintOf } from '../../../runtime/trust/fingerprint.js';
import { testKey } from '../../fixtures/trust.js';

t.test('a digest is that of sha256sum', async (t) => {
  t.equal(
    digestOf(Buffer.from('foo')),
    'sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  );
});

t.test('a key is told by the digest of its DER form', async (t) => {
  const { trusted, pem } = testKey('a');
  const { stdout } = spawnSync('openssl', ['pkey', '-pubin', '-outform', 'der'], { input: pem });
  t.equal(fingerprintOf(trusted.key), digestOf(stdout));
});
