import t from 'tap';
import { verifyPackage } from '../../../runtime/library/verify-package.js';
import { fingerprintOf } from '../../../runtime/trust/fingerprint.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { testKey } from '../../fixtures/trust.js';

const [a, b] = [testKey('a'), testKey('b')];
const bytes = Buffer.from('a package');
const signature = `${signBytes(bytes, a.key)}\n`;

t.test('the key that signed is told by its fingerprint', async (t) => {
  t.equal(verifyPackage(bytes, { keys: [b.pem, a.pem], signature }), fingerprintOf(a.trusted.key));
});

t.test('another key, other bytes, no key and no signature are refused', async (t) => {
  const refused = { code: 'package-invalid', exitCode: 7 };
  t.throws(() => verifyPackage(bytes, { keys: [b.pem], signature }), {
    ...refused,
    message: "trust 'package': no signature of it fits: it was changed, or another key signed it",
  });
  t.throws(() => verifyPackage(Buffer.from('A package'), { keys: [a.pem], signature }), refused);
  t.throws(() => verifyPackage(bytes, { keys: [a.pem], signature: '' }), refused);
  t.throws(() => verifyPackage(bytes, { keys: [], signature }), {
    ...refused,
    message: /no key is trusted here$/,
  });
});

t.test('what is no key is told by its place', async (t) => {
  t.throws(() => verifyPackage(bytes, { keys: [a.pem, 'text'], signature }), {
    code: 'usage',
    message: "read key 'keys[1]': it is no PEM file",
  });
});
