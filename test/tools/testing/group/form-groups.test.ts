import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { divideTests, formGroups, groupsFolder } from '../../../../tools/testing/group/form-groups.mjs';

t.test('tests of one room share a process; what runs programs and labs has its own', async (t) => {
  const { groups, single } = divideTests([
    'test/api.test.ts',
    'test/compiler/clang/run.test.ts',
    'test/compiler/clang/words/find.test.ts',
    'test/compiler/read-source.test.ts',
    'test/core/range.test.ts',
    'test/e2e/lab.test.ts',
  ]);
  t.same(Object.fromEntries(groups), {
    compiler: [
      'test/compiler/clang/run.test.ts',
      'test/compiler/clang/words/find.test.ts',
      'test/compiler/read-source.test.ts',
    ],
    core: ['test/core/range.test.ts'],
  });
  t.same(single, ['test/api.test.ts', 'test/e2e/lab.test.ts']);
});

t.test('every test of the suite is in one group or stands alone; groups of before are gone', async (t) => {
  const root = t.testdir({
    '.tap': { groups: { 'gone.mjs': '' } },
    test: {
      'api.test.ts': '',
      bench: { 'row.test.ts': '' },
      core: { elf: { 'read.test.ts': '', 'write.test.ts': '' } },
      fixtures: { 'x.test.ts': '' },
    },
  });
  t.same(formGroups(root), [`${groupsFolder}/core.mjs`, 'test/api.test.ts']);
  t.notOk(existsSync(join(root, groupsFolder, 'gone.mjs')));
  const text = readFileSync(join(root, groupsFolder, 'core.mjs'), 'utf8');
  t.match(text, /"test\/core\/elf\/read.test.ts",\n\s+"test\/core\/elf\/write.test.ts"/);
});
