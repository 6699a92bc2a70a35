import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openPackage } from '../../core/package/open.js';
import { compileGolden, goldenPackages, packagesFolder } from '../fixtures/annotations/golden-packages.js';
import { refusedByEcli } from '../fixtures/ecc/ecli-reads.js';

// test/fixtures/annotations/update-golden.mjs sets it.
const update = process.env['UPDATE_GOLDEN'] === '1';

t.test('there is a source for each kind of annotation and of export', async (t) => {
  t.ok(goldenPackages.length >= 9);
});

t.test('what ecli does not read is found', async (t) => {
  const meta = JSON.parse(readFileSync(join(packagesFolder, 'maps.json'), 'utf8'));
  const whole = { bpf_object: 'AA==', bpf_object_size: 1, meta };
  t.same(refusedByEcli(whole), []);
  meta.bpf_skel.maps = null;
  delete meta.bpf_skel.obj_name;
  t.same(refusedByEcli(whole), [
    "/meta/bpf_skel must have required property 'obj_name'",
    '/meta/bpf_skel/maps must be array',
  ]);
});

for (const each of goldenPackages) {
  t.test(`${each.source} becomes the package that is checked in`, async (t) => {
    const directory = t.testdir();
    const { text, diagnostics } = await compileGolden(each, directory);
    t.same(diagnostics, [], 'nothing is said against a correct source');
    const bytes = readFileSync(join(directory, 'package.json'));
    t.ok(openPackage(bytes), 'the package opens');
    t.same(refusedByEcli(JSON.parse(bytes.toString())), [], 'ecli reads it');
    const golden = join(packagesFolder, each.golden);
    if (update) writeFileSync(golden, text);
    t.ok(existsSync(golden), `${each.golden} is checked in`);
    t.same(JSON.parse(text), JSON.parse(readFileSync(golden, 'utf8')));
  });
}
