import { createServer, type AddressInfo } from 'node:net';
import t from 'tap';
import { readBody } from '../../../runtime/network/read-body.js';
import { openTransport } from '../../../runtime/network/transport.js';
import { startServer } from '../../fixtures/http-server.js';

t.test('a question and its answer', async (t) => {
  const { url } = await startServer(t, (request, response) => {
    request.pipe(response.writeHead(201, { 'x-agent': request.headers['user-agent'] ?? '' }));
  });
  await using transport = openTransport({});
  const answer = await transport.ask({
    method: 'PUT',
    url: new URL(`${url}/a?b=c`),
    body: Buffer.from('body'),
  });
  t.equal(answer.status, 201);
  t.equal(answer.header('x-agent'), 'tsecli');
  t.equal(answer.header('absent'), undefined);
  t.equal(Buffer.from(await readBody(answer, { limit: 9, name: 'x' })).toString(), 'body');
  const other = await transport.ask({ url: new URL(url) });
  other.discard();
});

t.test('without TLS this machine alone is asked, unless the user lets others', async (t) => {
  await using transport = openTransport({});
  await t.rejects(transport.ask({ url: new URL('http://192.0.2.1/') }), {
    code: 'package-invalid',
    cure: /plain-http/,
  });
  t.throws(() => transport.requireSafe(new URL('ftp://localhost/')), { code: 'package-invalid' });
  await using open = openTransport({ plainHttp: true });
  t.doesNotThrow(() => open.requireSafe(new URL('http://192.0.2.1/')));
});

t.test('a proxy is asked for a tunnel, and its refusal is told', async (t) => {
  let asked = '';
  const proxy = createServer((socket) => {
    socket.once('data', (data) => {
      asked = data.toString().split('\r\n')[0] ?? '';
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  t.teardown(() => proxy.close());
  const { port } = proxy.address() as AddressInfo;
  await using transport = openTransport({ env: { HTTPS_PROXY: `http://127.0.0.1:${port}` } });
  await t.rejects(transport.ask({ url: new URL('https://r.example/v2/') }), { code: 'unforeseen' });
  t.equal(asked, 'CONNECT r.example:443 HTTP/1.1');
});
