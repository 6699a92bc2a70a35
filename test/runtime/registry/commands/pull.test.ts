import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openPackage } from '../../../../core/package/open.js';
import { packageArtifact } from '../../../../runtime/registry/artifact/package-artifact.js';
import type { Artifact } from '../../../../runtime/registry/artifact/types.js';
import { pullPackage } from '../../../../runtime/registry/commands/pull.js';
import { digestOf } from '../../../../runtime/registry/digest.js';
import { tarOf } from '../../../fixtures/hostile/tar.js';
import { testKey } from '../../../fixtures/trust.js';
import { startServer } from '../../../fixtures/http-server.js';
import { collectingIo } from '../../../fixtures/report-io.js';
import { tracingPackage } from '../../../fixtures/tracing-package.js';

const bytes = tracingPackage();
const bundle = tarOf({ name: 'package.json', content: bytes });

/** A registry with one package, and `pull` into a directory beside an `own.json` that is no package. */
async function workplace(t: Test, artifact: Artifact) {
  const { host } = await startServer(t, ({ url = '' }, response) => {
    const blob = artifact.blobs.find((each) => url === `/v2/a/blobs/${digestOf(each)}`);
    if (url === '/v2/a/manifests/latest') response.end(artifact.manifest);
    else if (blob) response.end(blob);
    else response.writeHead(404).end();
  });
  const folder = t.testdir({ 'own.json': '{}', 'a.pub': testKey('a').pem });
  const pull = async (output?: string, keys: readonly string[] = []) => {
    const { io, written } = collectingIo({ cwd: () => folder });
    const request = { reference: `${host}/a`, output, arch: undefined, keys, quiet: false };
    await pullPackage(request, io, undefined);
    return written();
  };
  return { host, folder, pull };
}

t.test('a package goes into package.json, unless that is another thing', async (t) => {
  const artifact = packageArtifact(openPackage(bytes), bytes);
  const { host, folder, pull } = await workplace(t, artifact);
  t.match(await pull(), { stdout: '', stderr: `pulled ${host}/a@${digestOf(artifact.manifest)}\n` });
  await pull();
  t.same(readFileSync(join(folder, 'package.json')), bytes);
  t.equal((await pull('-')).stdout, bytes.toString());
  await t.rejects(pull('own.json'), { code: 'usage', cure: /-o FILE/ });
  await t.rejects(pull('none/x.json'), { code: 'usage', message: /no such file/ });
  t.notOk(existsSync(join(folder, 'none')));
});

t.test('a bundle comes back as it was pushed, under its own name', async (t) => {
  const { folder, pull } = await workplace(t, packageArtifact(openPackage(bytes), bytes, bundle));
  for (const _ of ['new', 'over the old one']) await pull();
  t.same(readFileSync(join(folder, 'tracepoint.tar')), Buffer.from(bundle));
  t.notOk(existsSync(join(folder, 'package.json')));
});

t.test('what a key has not signed is not written where one is named', async (t) => {
  const { folder, pull } = await workplace(t, packageArtifact(openPackage(bytes), bytes));
  await t.rejects(pull(undefined, ['a.pub']), { code: 'package-invalid', message: /has no signature/ });
  await t.rejects(pull('-', ['none.pub']), { code: 'usage' });
  t.same(readdirSync(folder).sort(), ['a.pub', 'own.json']);
});

t.test('nothing is left where it cannot be written', async (t) => {
  const { folder, pull } = await workplace(t, packageArtifact(openPackage(bytes), bytes));
  mkdirSync(join(folder, 'package.json'));
  await t.rejects(pull(), { code: 'usage' });
  t.same(readdirSync(folder).sort(), ['a.pub', 'own.json', 'package.json']);
});
