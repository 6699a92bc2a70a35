import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openPackage } from '../../core/package/open.js';
import { compileGolden, goldenPackages, packagesFolder } from '../fixtures/annotations/golden-packages.js';

// test/fixtures/annotations/update-golden.mjs sets it.
const update = process.env['UPDATE_GOLDEN'] === '1';

t.test('there is a source for each kind of annotation and of export', async (t) => {
  t.ok(goldenPackages.length >= 9);
});

for (const each of goldenPackages) {
  t.test(`${each.source} becomes the package that is checked in`, async (t) => {
    const directory = t.testdir();
    const { text, diagnostics } = await compileGolden(each, directory);
    t.same(diagnostics, [], 'nothing is said against a correct source');
    t.ok(openPackage(readFileSync(join(directory, 'package.json'))), 'the package opens');
    const golden = join(packagesFolder, each.golden);
    if (update) writeFileSync(golden, text);
    t.ok(existsSync(golden), `${each.golden} is checked in`);
    t.same(JSON.parse(text), JSON.parse(readFileSync(golden, 'utf8')));
  });
}
