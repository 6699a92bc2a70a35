import t from 'tap';
import { chooseProxy } from '../../../runtime/network/choose-proxy.js';

const proxyFor = (url: string, env: Record<string, string>) => chooseProxy(new URL(url), env)?.href;

t.test('a proxy for each scheme, in either spelling', async (t) => {
  const env = { HTTPS_PROXY: 'http://p:1', http_proxy: 'q:2', HTTP_PROXY: 'http://r:3' };
  t.equal(proxyFor('https://a.example/', env), 'http://p:1/');
  t.equal(proxyFor('http://a.example/', env), 'http://q:2/');
  t.equal(proxyFor('https://a.example/', {}), undefined);
  t.equal(proxyFor('https://a.example/', { https_proxy: '' }), undefined);
  t.throws(() => proxyFor('https://a.example/', { HTTPS_PROXY: 'socks5://p' }), { code: 'usage' });
});

t.test('exceptions: hosts, domains, ports, everything, and this machine always', async (t) => {
  const through = (host: string, no: string) =>
    proxyFor(`https://${host}/`, { HTTPS_PROXY: 'http://p:1', NO_PROXY: no }) !== undefined;
  t.notOk(through('localhost:5000', ''));
  t.notOk(through('127.0.0.1', ''));
  t.notOk(through('a.example', 'b.example, a.example'));
  t.notOk(through('x.a.example', '.a.example'));
  t.notOk(through('x.a.example', '*.A.example'));
  t.ok(through('xa.example', 'a.example'));
  t.notOk(through('a.example', 'a.example:443'));
  t.ok(through('a.example', 'a.example:80'));
  t.notOk(through('a.example', '*'));
});
