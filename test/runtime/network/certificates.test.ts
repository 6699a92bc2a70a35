import { join } from 'node:path';
import t from 'tap';
import { trustedCertificates } from '../../../runtime/network/certificates.js';

const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';

t.test('files are trusted beside the usual certificates', async (t) => {
  const folder = t.testdir({ 'a.pem': pem, 'b.pem': `${pem}b`, 'c.txt': 'no' });
  t.equal(trustedCertificates(undefined, {}), undefined);
  const both =
    trustedCertificates(join(folder, 'a.pem'), { NODE_EXTRA_CA_CERTS: join(folder, 'b.pem') }) ?? [];
  t.same(both.slice(-2), [pem, `${pem}b`]);
  t.ok(both.length > 50);
  t.throws(() => trustedCertificates(join(folder, 'c.txt'), {}), { code: 'usage', message: /holds none/ });
  t.throws(() => trustedCertificates(join(folder, 'none'), {}), { code: 'usage', message: /cannot be read/ });
});
