import t from 'tap';
import { parseDigest } from '../../../runtime/options/digest.js';

const hex = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

t.test('a digest is sha256: and 64 hexadecimal digits', async (t) => {
  t.equal(parseDigest(`sha256:${hex}`), `sha256:${hex}`);
  t.equal(parseDigest(`SHA256:${hex.toUpperCase()}`), `sha256:${hex}`);
});

t.test('anything else is refused: half a digest proves nothing', async (t) => {
  for (const text of ['', hex, `sha256:${hex.slice(1)}`, `sha256:${hex}0`, `md5:${hex}`, `sha256:${hex}\n`]) {
    t.throws(() => parseDigest(text), { code: 'usage', cure: 'sha256sum tells that of a file' }, text);
  }
});
