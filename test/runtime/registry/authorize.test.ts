import t from 'tap';
import { authorizedAsk, forbidden } from '../../../runtime/registry/authorize.js';
import { basic } from '../../../runtime/registry/token.js';
import type { Credentials } from '../../../runtime/registry/types.js';
import { fakeTransport } from '../../fixtures/fake-transport.js';

const alice = { username: 'alice', secret: 'pass' };
const url = new URL('https://h/v2/');

function asking(credentials: Credentials | undefined, scheme = 'Basic realm="x"') {
  const { transport, asks, asked } = fakeTransport(({ url: { host }, headers = {} }) => {
    if (host === 'auth.h') return { body: '{"token": "abc"}' };
    const proof = headers['authorization'];
    if (proof === basic(alice) || proof === 'Bearer abc') return {};
    return { status: 401, headers: { 'www-authenticate': scheme } };
  });
  const ask = authorizedAsk(transport, { registry: 'h', scope: 's', credentials: async () => credentials });
  return { ask, asks, asked };
}

t.test('who asks is told when the registry wants it, once', async (t) => {
  const { ask, asked } = asking(alice);
  t.equal((await ask({ url })).status, 200);
  t.equal((await ask({ url })).status, 200);
  t.equal(asked().length, 3);
  const token = asking(undefined, 'Bearer realm="https://auth.h/"');
  t.equal((await token.ask({ url })).status, 200);
  t.same(token.asked(), ['GET https://h/v2/', 'GET https://auth.h/?scope=s', 'GET https://h/v2/']);
});

t.test('another host of the registry is not told', async (t) => {
  const { ask, asks } = asking(alice);
  await ask({ url });
  await t.rejects(ask({ method: 'PUT', url: new URL('https://other/') }), { code: 'not-permitted' });
  t.equal(asks.at(-1)?.headers?.['authorization'], undefined);
});

t.test('who is not let in learns how to be', async (t) => {
  await t.rejects(asking(undefined).ask({ url }), { code: 'not-permitted', cure: /tsecli login h/ });
  await t.rejects(asking({ ...alice, secret: 'x' }).ask({ url }), {
    code: 'not-permitted',
    message: /refused/,
  });
  await t.rejects(asking(alice, 'Digest x').ask({ url }), { code: 'not-permitted' });
  t.match(forbidden('h', 'a'), { code: 'not-permitted', cure: /login/ });
});
