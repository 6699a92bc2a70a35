import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { pushPackage } from '../../../../runtime/registry/commands/push.js';
import { startServer } from '../../../fixtures/http-server.js';
import { collectingIo } from '../../../fixtures/report-io.js';
import { tracingPackage } from '../../../fixtures/tracing-package.js';

const request = { format: 'tsecc', key: undefined, quiet: true } as const;

t.test('blobs first, then what names them, and the tag last', async (t) => {
  const { host, asked } = await startServer(t, ({ method, url = '' }, response) => {
    const status = method === 'HEAD' ? 404 : method === 'POST' ? 202 : 201;
    response.writeHead(url === '/v2/' ? 200 : status, { location: '/v2/a/blobs/uploads/1' }).end();
  });
  const folder = t.testdir({});
  writeFileSync(join(folder, 'p.json'), tracingPackage());
  const { io, written } = collectingIo({ cwd: () => folder });
  const sources = [{ architecture: 'amd64', path: 'p.json' }] as const;
  await pushPackage({ ...request, sources, reference: `${host}/a:1` }, io, undefined);
  t.match(written().stdout, /^127\.0\.0\.1:\d+\/a@sha256:[0-9a-f]{64}\n$/);
  const manifests = asked.filter((each) => each.includes('/manifests/'));
  t.match(manifests, [/^PUT .*\/sha256:/, 'PUT /v2/a/manifests/1']);
  t.equal(asked.at(-1), manifests.at(-1));
});

t.test('what cannot be pushed is told before anybody is asked', async (t) => {
  const { host, asked } = await startServer(t, (_, response) => response.end());
  const { io } = collectingIo({ cwd: () => t.testdir({ 'own.json': '{}' }) });
  const push = (path: string, reference: string) =>
    pushPackage({ ...request, sources: [{ architecture: undefined, path }], reference }, io, undefined);
  await t.rejects(push('own.json', `${host}/a`), { code: 'package-invalid' });
  await t.rejects(push('own.json', `${host}/a@sha256:${'0'.repeat(64)}`), {
    code: 'usage',
    message: /its digest/,
  });
  await t.rejects(push('own.json', 'ghcr.io/A'), { code: 'usage' });
  t.same(asked, []);
});
