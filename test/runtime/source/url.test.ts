import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import t from 'tap';
import { main } from '../../../runtime/cli.js';
import { maxPackageSize } from '../../../core/package/limits.js';
import { readUrl } from '../../../runtime/source/url.js';
import { startServer } from '../../fixtures/http-server.js';
import { collectingIo } from '../../fixtures/report-io.js';
import { tracingPackage } from '../../fixtures/tracing-package.js';

const content = tracingPackage();
const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
const context = { stdin: Readable.from([]), directory: '/' };

/** A server with a package and all that can be wrong with one. */
const serve = (t: Parameters<typeof startServer>[0]) => {
  let failures = 1;
  return startServer(t, ({ url }, response) => {
    if (url === '/p.json') response.end(content);
    else if (url === '/p.json.sig') response.end('c2ln\n');
    else if (url === '/moved.json') response.writeHead(302, { location: '/p.json' }).end();
    else if (url === '/page.json') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else if (url === '/busy.json') response.writeHead(failures-- > 0 ? 503 : 200).end('{}');
    else if (url === '/large.json') response.writeHead(200, { 'content-length': maxPackageSize + 1 }).end();
    else if (url === '/secret.json') response.writeHead(401).end();
    else response.writeHead(404).end();
  });
};

t.test('a package comes with where it is from, its digest and its signature', async (t) => {
  const { url } = await serve(t);
  const fetched = await readUrl(`${url}/p.json#${digest}`, context);
  t.same(Buffer.from(fetched.bytes), content);
  t.same(fetched.origin, { kind: 'url', url: `${url}/p.json`, pinned: digest });
  t.match(fetched.signatures, [{ signature: 'c2ln' }]);
  t.same((await readUrl(`${url}/moved.json`, context)).signatures, []);
  t.equal((await readUrl(`${url}/busy.json`, context)).bytes.length, 2, 'a busy server is asked again');
});

t.test('what is wrong is one sentence', async (t) => {
  const { url } = await serve(t);
  const other = digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  await t.rejects(readUrl(`${url}/p.json#${other}`, context), {
    code: 'package-invalid',
    message: /was changed/,
  });
  await t.rejects(readUrl(`${url}/none.json`, context), { code: 'package-invalid', message: /answered 404/ });
  await t.rejects(readUrl(`${url}/page.json`, context), { code: 'package-invalid', message: /web page/ });
  await t.rejects(readUrl(`${url}/large.json`, context), { code: 'package-invalid', message: /larger/ });
  await t.rejects(readUrl(`${url}/secret.json`, context), { code: 'not-permitted' });
  await t.rejects(readUrl('http://192.0.2.1/p.json', context), {
    code: 'package-invalid',
    message: /without TLS/,
  });
});

t.test('nothing from an address runs unless it is pinned, or nobody minds', async (t) => {
  const { url } = await serve(t);
  const tsecli = async (...args: readonly string[]) => {
    const { io, written } = collectingIo();
    const policyFile = { path: '/nonexistent/policy.json', owner: 0 };
    const code = await main([...args, '-h'], io, { policyFile });
    return { code, ...written() };
  };
  t.match(await tsecli('run', `${url}/p.json`), { code: 7, stdout: '' });
  t.match(await tsecli('run', `${url}/p.json#${digest}`), { code: 0 });
  t.match(await tsecli('run', '--digest', digest, `${url}/p.json`), { code: 0 });
  t.match(await tsecli('run', '--insecure', `${url}/p.json`), { code: 0, stderr: /WARNING/ });
});
