import { generateKeyPairSync } from 'node:crypto';
import t from 'tap';
import { makeKeyPair } from '../../../runtime/trust/make-key-pair.js';
import { readPrivateKey } from '../../../runtime/trust/private-key.js';
import { testKey } from '../../fixtures/trust.js';

const never = async (): Promise<string> => {
  throw new Error('nobody should be asked');
};
const { key } = testKey('a');
const pem = (type: 'pkcs8' | 'sec1', passphrase?: string): string =>
  passphrase === undefined
    ? key.export({ type, format: 'pem' }).toString()
    : key.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();

t.test("cosign's key is opened with its password, under its new and its old name", async (t) => {
  const { privateKey } = await makeKeyPair('secret');
  t.equal((await readPrivateKey(privateKey, 'k', async () => 'secret')).type, 'private');
  const old = privateKey.replaceAll('SIGSTORE', 'COSIGN');
  t.equal((await readPrivateKey(old, 'k', async () => 'secret')).type, 'private');
  await t.rejects(
    readPrivateKey(privateKey, 'k', async () => 'x'),
    { code: 'not-permitted', message: "read key 'k': the password is wrong" },
  );
});

t.test("openssl's keys are read too, and asked for only when they are encrypted", async (t) => {
  t.ok((await readPrivateKey(pem('pkcs8'), 'k', never)).equals(key));
  t.ok((await readPrivateKey(pem('sec1'), 'k', never)).equals(key));
  t.ok((await readPrivateKey(pem('pkcs8', 'secret'), 'k', async () => 'secret')).equals(key));
  await t.rejects(
    readPrivateKey(pem('pkcs8', 'secret'), 'k', async () => 'x'),
    { code: 'not-permitted' },
  );
});

t.test('what is no such key is told', async (t) => {
  const block = (label: string, body: string) =>
    `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
  const ed = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const cases = [
    ['text', /it is no PEM file/],
    [testKey('b').pem, /it holds a PUBLIC KEY, not a private key/],
    [block('ENCRYPTED SIGSTORE PRIVATE KEY', 'e30='), /it holds no encrypted key/],
    [block('EC PRIVATE KEY', 'AAAA'), /it holds no private key/],
    [ed, /another kind, ed25519/],
  ] as const;
  for (const [text, message] of cases) {
    await t.rejects(
      readPrivateKey(text, 'k', async () => ''),
      { code: 'usage', message },
    );
  }
});
