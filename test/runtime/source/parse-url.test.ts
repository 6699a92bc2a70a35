import t from 'tap';
import { parseUrl } from '../../../runtime/source/parse-url.js';

const digest = `sha256:${'a'.repeat(64)}`;

t.test('an address has its digest behind #, and its password nowhere that is shown', async (t) => {
  t.match(parseUrl(`https://h/p.json?x=1#${digest}`), {
    name: 'https://h/p.json?x=1',
    pinned: digest,
    headers: {},
  });
  t.equal(parseUrl(`https://h/p.json#${digest.replace(':', '=')}`).pinned, digest);
  const { name, headers, url } = parseUrl('https://me:p%40ss@h/p.json');
  t.equal(name, 'https://h/p.json');
  t.equal(url.href, 'https://h/p.json');
  t.same(headers, { authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}` });
});

t.test('what is no address, and what is no digest', async (t) => {
  t.throws(() => parseUrl('https://'), { code: 'usage', message: /no address/ });
  t.throws(() => parseUrl('https://h/#top'), { code: 'usage', message: /no digest/ });
});
