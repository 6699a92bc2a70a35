import t from 'tap';
import { followRedirects } from '../../../runtime/network/follow.js';
import { fakeTransport } from '../../fixtures/fake-transport.js';

const to = (location: string) => ({ status: 307, headers: { location } });
const headers = { authorization: 'secret', accept: 'x' };

t.test('another host does not learn who asks', async (t) => {
  const { transport, asks } = fakeTransport(({ url }) =>
    url.host === 'a' ? to(url.pathname === '/' ? '/own' : 'https://b/blob') : { body: 'here' },
  );
  const answer = await followRedirects(transport, { url: new URL('https://a/'), headers });
  t.equal(answer.url.href, 'https://b/blob');
  t.same(
    asks.map(({ headers: sent }) => sent),
    [headers, headers, { accept: 'x' }],
  );
});

t.test('redirects end, and never leave TLS', async (t) => {
  const follow = (location: string, from = 'https://a/') =>
    followRedirects(fakeTransport(() => to(location)).transport, { url: new URL(from) });
  await t.rejects(follow('/again'), { code: 'package-invalid', message: /more than 5 times/ });
  await t.rejects(follow('http://a/'), { code: 'package-invalid', message: /without TLS/ });
  await t.rejects(follow('file:///etc/passwd', 'http://localhost/'), { code: 'package-invalid' });
  await t.rejects(follow('https://['), { code: 'package-invalid', message: /no address/ });
});
