import t from 'tap';
import { digestOf } from '../../../runtime/trust/fingerprint.js';
import { findSignature } from '../../../runtime/trust/find-signature.js';
import { makeSignature } from '../../../runtime/trust/make-signature.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { fetched, imageDigest, origins, testKey } from '../../fixtures/trust.js';

const [a, b] = [testKey('a'), testKey('b')];
const bytes = Buffer.from('a package');
const signed = (payload: Uint8Array, key = a.key) => [{ payload, signature: signBytes(payload, key) }];

t.test("a file's signature is one of its bytes, a bundle's one of all of it", async (t) => {
  t.same(findSignature(fetched(origins.file, bytes), signed(bytes), [b.trusted, a.trusted]), {
    signer: a.trusted,
  });
  const bundle = { ...fetched(origins.url, bytes), whole: Buffer.from('a bundle') };
  t.same(findSignature(bundle, signed(Buffer.from('a bundle')), [a.trusted]), { signer: a.trusted });
  t.match(findSignature(bundle, signed(bytes), [a.trusted]), { signer: undefined });
});

t.test("an image's signature is one of its manifest's digest", async (t) => {
  const image = fetched(origins.oci, bytes);
  t.same(findSignature(image, [makeSignature(imageDigest, 'r', a.key)], [a.trusted]), { signer: a.trusted });
});

t.test('a signature of something else is told apart', async (t) => {
  const elsewhere = { why: { key: "the signature by '{0}' is that of another package" } };
  // Of another image, of the package in the image, and of an image for a file.
  const replayed = [makeSignature(digestOf(bytes), 'r', a.key)];
  t.match(findSignature(fetched(origins.oci, bytes), replayed, [a.trusted]), elsewhere);
  t.match(findSignature(fetched(origins.oci, bytes), signed(bytes), [a.trusted]), elsewhere);
  t.match(findSignature(fetched(origins.url, bytes), signed(Buffer.from('other')), [a.trusted]), elsewhere);
  t.match(findSignature(fetched(origins.url, bytes), replayed, [a.trusted]), elsewhere);
});

t.test('no key, no signature, no signature that fits', async (t) => {
  const file = fetched(origins.file, bytes);
  const why = (...args: Parameters<typeof findSignature>) => {
    const found = findSignature(...args);
    return found.signer ? 'signed' : String(found.why);
  };
  t.equal(why(file, signed(bytes), []), 'no key is trusted here');
  t.equal(why(file, [], [a.trusted]), 'it has no signature');
  const fits = 'no signature of it fits: it was changed, or another key signed it';
  t.equal(why(file, signed(bytes), [b.trusted]), fits);
  t.equal(why(file, [{ payload: bytes, signature: 'AAAA' }], [a.trusted]), fits);
  const swapped = signed(Buffer.from('other')).map(({ signature }) => ({ payload: bytes, signature }));
  t.equal(why(file, swapped, [a.trusted]), fits);
  t.equal(why(file, [...swapped, ...signed(bytes)], [a.trusted]), 'signed', 'one that fits is enough');
});
