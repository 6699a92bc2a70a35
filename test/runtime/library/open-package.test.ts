import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { openPackage } from '../../../runtime/library/open-package.js';
import { openFixture, packagePath } from '../../fixtures/kernel/packages.js';

t.test('a package opens from its bytes, its path and its URL', async (t) => {
  const path = packagePath('tracepoint');
  const opened = openFixture('tracepoint');
  t.same(await openPackage(readFileSync(path)), opened);
  t.same(await openPackage(path), opened);
  t.same(await openPackage(pathToFileURL(path)), opened);
});

t.test('what is none is refused in a sentence', async (t) => {
  await t.rejects(openPackage(Buffer.from('{}')), { code: 'package-invalid' });
  await t.rejects(openPackage('none.json'), { code: 'package-invalid', message: /no such file/ });
  await t.rejects(openPackage(new URL('https://example.org/package.json')), {
    code: 'ERR_INVALID_URL_SCHEME',
  });
});
