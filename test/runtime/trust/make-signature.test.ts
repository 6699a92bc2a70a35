import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { makeSignature } from '../../../runtime/trust/make-signature.js';
import { readPublicKey } from '../../../runtime/trust/public-key.js';
import { requireTrust } from '../../../runtime/trust/require-trust.js';
import { findSigner } from '../../../runtime/trust/sign.js';
import { signedDigest } from '../../../runtime/trust/simple-signing.js';
import { fetched, imageDigest, origins, testKey } from '../../fixtures/trust.js';

t.test("an image's signature is one of its payload, which names the digest", async (t) => {
  const { key, trusted } = testKey('a');
  const { payload, signature } = makeSignature(imageDigest, 'example.org/opens', key);
  t.equal(signedDigest(payload), imageDigest);
  t.equal(findSigner(payload, signature, [trusted]), trusted);
});

t.test('openssl and a shell alone verify the signature of an image', async (t) => {
  const { key, pem } = testKey('a');
  const directory = t.testdir({ 'a.pub': pem, manifest: 'a manifest' });
  const { payload, signature } = makeSignature(imageDigest, 'example.org/opens', key);
  writeFileSync(join(directory, 'payload'), payload);
  writeFileSync(join(directory, 'signature'), `${signature}\n`);
  const verify = `openssl base64 -d -A -in signature -out der &&
    openssl dgst -sha256 -verify a.pub -signature der payload &&
    digest=$(openssl dgst -sha256 -r manifest | cut -c -64) &&
    grep -c '"image":{"docker-manifest-digest":"sha256:'$digest'"}' payload`;
  const { stdout, stderr } = spawnSync('sh', ['-c', verify], { cwd: directory, encoding: 'utf8' });
  t.equal(stdout, 'Verified OK\n1\n', stderr);
});

t.test('and what they sign is verified here', async (t) => {
  const directory = t.testdir({ manifest: 'a manifest' });
  const make = `openssl ecparam -name prime256v1 -genkey -noout -out key &&
    openssl pkey -in key -pubout -out key.pub &&
    digest=$(openssl dgst -sha256 -r manifest | cut -c -64) &&
    printf '{"critical": {"identity": {"docker-reference": "x"}, "image": {"docker-manifest-digest": "sha256:%s"},
      "type": "cosign container image signature"}, "optional": {"by": "hand"}}' $digest > payload &&
    openssl dgst -sha256 -sign key -out der payload && openssl base64 -A -in der -out signature`;
  const made = spawnSync('sh', ['-c', make], { cwd: directory, encoding: 'utf8' });
  t.equal(made.status, 0, made.stderr);
  const read = (name: string): Buffer => readFileSync(join(directory, name));
  const [payload, signature] = [read('payload'), read('signature').toString()];
  const key = readPublicKey(read('key.pub').toString(), 'key.pub');
  const ask = (signed: Uint8Array, digest = imageDigest) =>
    requireTrust(fetched({ ...origins.oci, digest }, undefined, [{ payload: signed, signature }]), {
      ...{ policy: undefined, keys: [key], digest: undefined, insecure: false, directory },
    });
  t.same(await ask(payload), { kind: 'signed', key });
  await t.rejects(ask(Buffer.from(payload.toString().replace('hand', 'HAND'))), { code: 'package-invalid' });
  await t.rejects(ask(payload, `sha256:${'0'.repeat(64)}`), { message: /that of another package$/ });
});
