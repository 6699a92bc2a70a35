import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { buildProject, isBuildFresh, recordBuild } from '../../../tools/setup/build.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

const project = {
  core: { 'a.ts': '' },
  'package.json': '{}',
  dist: { bin: { 'tsecc.js': '', 'tsecli.js': '', 'tselearn.js': '' }, core: {} },
};

t.test('a build is fresh until a source changes or a product goes', async (t) => {
  const root = t.testdir(project);
  t.notOk(isBuildFresh(root), 'never recorded');
  recordBuild(root);
  t.ok(isBuildFresh(root));
  writeFileSync(join(root, 'core/b.ts'), '');
  t.notOk(isBuildFresh(root), 'a new source');
  recordBuild(root);
  rmSync(join(root, 'dist/bin/tsecli.js'));
  t.notOk(isBuildFresh(root), 'a product is gone');
});

t.test('the build runs once', async (t) => {
  const root = t.testdir(project);
  const host = fakeHost({ answer: () => ({ status: 0, output: '' }) });
  buildProject({ host, root, dryRun: false });
  buildProject({ host, root, dryRun: false });
  t.same(host.ran, ['node tools/build.mjs']);
});

t.test('a dry run builds and records nothing', async (t) => {
  const root = t.testdir(project);
  const host = fakeHost({});
  buildProject({ host, root, dryRun: true });
  t.same(host.ran, []);
  t.notOk(isBuildFresh(root));
});
