import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { openPackage } from '../../../runtime/library/open-package.js';
import { tarOf } from '../../fixtures/hostile/tar.js';
import { openFixture, packagePath } from '../../fixtures/kernel/packages.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('a package opens from its bytes, its path and its URL', async (t) => {
  const path = packagePath('tracepoint');
  const opened = openFixture('tracepoint');
  t.same(await openPackage(readFileSync(path)), opened);
  t.same(await openPackage(path), opened);
  t.same(await openPackage(pathToFileURL(path)), opened);
});

t.test('a bundle opens with the types that it brings', async (t) => {
  const content = readFileSync(packagePath('tracepoint'));
  const name = 'debian/12/x86_64/6.1.0-1-amd64';
  const btf = buildBtf([rawInt]);
  const bundle = tarOf(
    { name: 'package.json', content },
    { name: `btfhub-archive/${name}.btf`, content: btf },
  );
  const path = join(t.testdir({ 'bundle.tar': Buffer.from(bundle) }), 'bundle.tar');
  for (const source of [bundle, path]) {
    const { btfs, ...opened } = await openPackage(source);
    t.same(opened, openFixture('tracepoint'));
    t.same([...(btfs?.keys() ?? [])], [name]);
    t.same(Buffer.from(btfs?.get(name) ?? []), Buffer.from(btf));
  }
});

t.test('what is none is refused in a sentence', async (t) => {
  await t.rejects(openPackage(Buffer.from('{}')), { code: 'package-invalid' });
  await t.rejects(openPackage(tarOf({ name: 'a' })), { message: 'open bundle: it holds no package.json' });
  await t.rejects(openPackage('none.json'), { code: 'package-invalid', message: /no such file/ });
  await t.rejects(openPackage(new URL('https://example.org/package.json')), {
    code: 'ERR_INVALID_URL_SCHEME',
  });
});
