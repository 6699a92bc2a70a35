import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { toolchains } from '../../../../tools/testing/toolchains/table.mjs';
import { root } from '../../../fixtures/project.js';

for (const { name, debian, npm, tests } of toolchains) {
  t.test(`${name} comes from one place, and its tests are there`, async (t) => {
    t.not(debian === undefined, npm === undefined);
    for (const path of tests) t.ok(existsSync(join(root, path)), path);
    t.ok(tests.includes('test/e2e/seed.test.ts'));
  });
}
