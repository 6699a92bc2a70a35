import { Readable } from 'node:stream';
import t from 'tap';
import { login } from '../../../../runtime/registry/commands/login.js';
import { findCredentials } from '../../../../runtime/registry/credentials/keeper.js';
import { startServer } from '../../../fixtures/http-server.js';
import { collectingIo } from '../../../fixtures/report-io.js';

t.test('what the registry takes is kept, and nothing else', async (t) => {
  const right = `Basic ${Buffer.from('alice:pass').toString('base64')}`;
  const { host } = await startServer(t, ({ headers }, response) => {
    response
      .writeHead(headers.authorization === right ? 200 : 401, { 'www-authenticate': 'Basic realm="x"' })
      .end();
  });
  const env = { DOCKER_CONFIG: t.testdir({}) };
  const as = (username: string, password: string) =>
    login(
      { registry: host, username, passwordFromStdin: true },
      collectingIo({ env, stdin: Readable.from([password]) }).io,
      undefined,
    );
  await t.rejects(as('alice', 'wrong'), { code: 'not-permitted' });
  await t.rejects(as('al:ice', 'pass'), { code: 'usage' });
  await t.rejects(as('alice', ''), { code: 'usage' });
  t.equal(await findCredentials(host, env), undefined);
  await as('alice', 'pass\n');
  t.match(await findCredentials(host, env), { username: 'alice', secret: 'pass' });
});

t.test('what is no registry is told', async (t) => {
  const { host } = await startServer(t, (_, response) => response.writeHead(404).end());
  const { io } = collectingIo({ stdin: Readable.from(['pass']) });
  const request = { registry: host, username: 'alice', passwordFromStdin: true };
  await t.rejects(login(request, io, undefined), { code: 'package-invalid', message: /as no registry does/ });
});
