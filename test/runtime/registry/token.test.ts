import t from 'tap';
import { basic, fetchToken, refused } from '../../../runtime/registry/token.js';
import { fakeTransport, type FakeAnswer } from '../../fixtures/fake-transport.js';

const challenge = {
  scheme: 'bearer',
  realm: 'https://auth.h/token',
  service: 'h',
  scope: undefined,
} as const;
const alice = { username: 'alice', secret: 'pass' };

function fetching(
  answer: FakeAnswer,
  credentials?: Parameters<typeof fetchToken>[3]['credentials'],
  realm: string = challenge.realm,
) {
  const { transport, asks } = fakeTransport(() => answer);
  const token = fetchToken(
    transport,
    'h',
    { ...challenge, realm },
    { scope: 'repository:a:pull', credentials },
  );
  return { token, asks };
}

t.test('a token, with a password, with an identity token, or without either', async (t) => {
  const anonymous = fetching({ body: '{"token": "abc"}' });
  t.equal(await anonymous.token, 'abc');
  t.match(anonymous.asks, [{ url: { href: 'https://auth.h/token?service=h&scope=repository%3Aa%3Apull' } }]);
  const named = fetching({ body: '{"access_token": "abc"}' }, alice);
  t.equal(await named.token, 'abc');
  t.match(named.asks, [{ headers: { authorization: basic(alice) } }]);
  const exchanged = fetching({ body: '{"token": "abc"}' }, { ...alice, identityToken: true });
  t.equal(await exchanged.token, 'abc');
  t.match(exchanged.asks, [{ method: 'POST' }]);
  t.match(
    Buffer.from(exchanged.asks[0]?.body ?? []).toString(),
    /grant_type=refresh_token.*refresh_token=pass/,
  );
});

t.test('what is none is told', async (t) => {
  await t.rejects(fetching({ status: 401 }, alice).token, {
    code: 'not-permitted',
    message: /refused the name/,
  });
  await t.rejects(fetching({ status: 500 }).token, { code: 'package-invalid', message: /answered 500/ });
  for (const body of ['', '[]', '{}', '{"token": 1}', '{"token": "a\\r\\nb: c"}'])
    await t.rejects(fetching({ body }).token, { code: 'package-invalid', message: /holds none/ }, body);
  await t.rejects(fetching({}, undefined, 'nowhere').token, {
    code: 'package-invalid',
    message: /no address/,
  });
  t.match(refused('h', false), { code: 'not-permitted', message: /who asks/ });
});
