import fc from 'fast-check';
import t from 'tap';
import { signedDigest, simpleSigningPayload } from '../../../runtime/trust/simple-signing.js';
import { imageDigest } from '../../fixtures/trust.js';

t.test("the payload is cosign's, byte for byte", async (t) => {
  t.equal(
    Buffer.from(simpleSigningPayload('sha256:ab', 'example.org/probes/opens')).toString(),
    '{"critical":{"identity":{"docker-reference":"example.org/probes/opens"},"image":{"docker-manifest-digest":"sha256:ab"},"type":"cosign container image signature"},"optional":null}',
  );
});

t.test('the digest that it speaks of is read', async (t) => {
  t.equal(signedDigest(simpleSigningPayload(imageDigest, 'r')), imageDigest);
});

t.test('what is no payload of that type speaks of none', async (t) => {
  const texts = [
    '',
    'null',
    '{}',
    '{"critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":1}}}',
    '{"critical":{"type":"atomic container signature","image":{"docker-manifest-digest":"sha256:ab"}}}',
    '{"__proto__":{"critical":{"type":"cosign container image signature"}}}',
  ];
  for (const text of texts) t.equal(signedDigest(Buffer.from(text)), undefined, text);
  t.equal(signedDigest(Buffer.alloc(64 * 1024 + 1, ' ')), undefined);
  t.doesNotThrow(() => fc.assert(fc.property(fc.uint8Array(), (bytes) => signedDigest(bytes) === undefined)));
});
