import t from 'tap';
import { openSecret, sealSecret } from '../../../runtime/trust/secret-box.js';

const sealed = await sealSecret(Buffer.from('secret'), 'password');

t.test('the right password opens what was sealed, another one does not', async (t) => {
  t.same(await openSecret(sealed, 'password'), Buffer.from('secret'));
  t.equal(await openSecret(sealed, 'Password'), undefined);
});

t.test('it is JSON with the parameters that cosign has', async (t) => {
  const value = JSON.parse(Buffer.from(sealed).toString());
  t.match(value, {
    kdf: { name: 'scrypt', params: { N: 65536, r: 8, p: 1 } },
    cipher: { name: 'nacl/secretbox' },
  });
  t.equal(Buffer.from(value.kdf.salt, 'base64').length, 32);
  t.equal(Buffer.from(value.cipher.nonce, 'base64').length, 24);
  t.equal(Buffer.from(value.ciphertext, 'base64').length, 'secret'.length + 16);
});

t.test('a changed byte opens nothing', async (t) => {
  const value = JSON.parse(Buffer.from(sealed).toString());
  const bytes = Buffer.from(value.ciphertext, 'base64');
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  value.ciphertext = bytes.toString('base64');
  t.equal(await openSecret(Buffer.from(JSON.stringify(value)), 'password'), undefined);
});

t.test('no costs are paid that a file asks for by itself', async (t) => {
  for (const [from, to] of [
    ['"N":65536', '"N":1073741824'],
    ['"r":8', '"r":9'],
    ['"p":1', '"p":2'],
    ['"scrypt"', '"argon2"'],
    ['nacl/secretbox', 'aes'],
    ['"nonce":"', '"nonce":"AAAA'],
  ] as const) {
    const text = Buffer.from(sealed).toString().replace(from, to);
    await t.rejects(openSecret(Buffer.from(text), ''), {
      message: 'it is encrypted in a way that cosign does not use',
    });
  }
  for (const text of [
    '',
    'null',
    '{}',
    '{"kdf":{},"cipher":null}',
    '[1]',
    '{"kdf":1,"cipher":{},"ciphertext":""}',
  ]) {
    await t.rejects(openSecret(Buffer.from(text), ''), { message: 'it holds no encrypted key' }, text);
  }
});
