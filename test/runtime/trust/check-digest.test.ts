import t from 'tap';
import { checkDigest, packageDigest } from '../../../runtime/trust/check-digest.js';
import { digestOf } from '../../../runtime/trust/fingerprint.js';
import { fetched, imageDigest, origins } from '../../fixtures/trust.js';

const bytes = Buffer.from('a package');
const digest = digestOf(bytes) as `sha256:${string}`;
const other = digestOf(Buffer.from('another')) as `sha256:${string}`;

t.test(
  "a package's digest is that of its bytes, a bundle's of all of it, an image's of its manifest",
  async (t) => {
    t.equal(packageDigest(fetched(origins.file, bytes)), digest);
    t.equal(packageDigest({ ...fetched(origins.url, Buffer.from('part')), whole: bytes }), digest);
    t.equal(packageDigest(fetched(origins.oci, bytes)), imageDigest);
  },
);

t.test('a digest that nobody named pins nothing', async (t) => {
  for (const origin of Object.values(origins))
    t.equal(checkDigest(fetched(origin), undefined), false, origin.kind);
});

t.test('a digest that was named has to be right', async (t) => {
  for (const origin of [origins.file, origins.stdin, origins.url]) {
    t.equal(checkDigest(fetched(origin, bytes), digest), true, origin.kind);
    t.throws(() => checkDigest(fetched(origin, bytes), other), {
      code: 'package-invalid',
      message: new RegExp(`: its digest is ${digest}, not ${other}$`),
    });
  }
  t.equal(checkDigest(fetched(origins.oci), imageDigest), true);
  t.throws(() => checkDigest(fetched(origins.oci), digest), { code: 'package-invalid' });
});

t.test('what its name pins counts, even if an option names another', async (t) => {
  const pinned = { kind: 'url', url: 'u', pinned: digest } as const;
  t.equal(checkDigest(fetched(pinned, bytes), undefined), true);
  t.throws(() => checkDigest(fetched({ ...pinned, pinned: other }, bytes), undefined), {
    code: 'package-invalid',
  });
  t.throws(() => checkDigest(fetched({ ...pinned, pinned: other }, bytes), digest), {
    code: 'package-invalid',
  });
  const image = { kind: 'oci', reference: 'r', digest: imageDigest, pinned: true } as const;
  t.equal(checkDigest(fetched(image), undefined), true);
});
