import t from 'tap';
import { describeSource } from '../../../runtime/inspect/describe-source.js';
import { digestOf } from '../../../runtime/trust/fingerprint.js';
import { fetched, imageDigest, origins } from '../../fixtures/trust.js';

const bytes = Buffer.from('a package');

t.test('size and digest are those of the file, or of the image', async (t) => {
  for (const kind of ['file', 'stdin', 'url'] as const) {
    t.same(describeSource(fetched(origins[kind], bytes)), {
      ...{ origin: kind, size: bytes.length, digest: digestOf(bytes), bundle: undefined },
    });
  }
  t.match(describeSource(fetched(origins.oci, bytes)), { origin: 'oci', digest: imageDigest });
});

t.test('of a bundle they are those of all of it, and its package is told apart', async (t) => {
  const whole = Buffer.from('a package in a bundle');
  const btfs = new Map([
    ['debian/12/x86_64/6.1.0', bytes],
    ['centos/8/x86_64/4.18.0', bytes],
  ]);
  t.same(describeSource({ ...fetched(origins.file, bytes), whole, btfs }), {
    ...{ origin: 'file', size: whole.length, digest: digestOf(whole) },
    bundle: {
      packageSize: bytes.length,
      packageDigest: digestOf(bytes),
      kernels: ['centos/8/x86_64/4.18.0', 'debian/12/x86_64/6.1.0'],
    },
  });
});
