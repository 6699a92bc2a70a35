import t from 'tap';
import { digestOf, isDigest, requireDigest } from '../../../runtime/registry/digest.js';

t.test('a digest names bytes', async (t) => {
  const digest = digestOf(Buffer.from('{}'));
  t.equal(digest, 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  t.ok(isDigest(digest));
  for (const other of [digest.toUpperCase(), digest.slice(0, -1), `${digest}0`, 'sha512:00', undefined])
    t.notOk(isDigest(other));
  t.doesNotThrow(() => requireDigest(Buffer.from('{}'), digest, 'x'));
  t.throws(() => requireDigest(Buffer.from('[]'), digest, 'x'), {
    code: 'package-invalid',
    message: /was changed/,
  });
});
