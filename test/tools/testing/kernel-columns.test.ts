import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  kernelColumns,
  listKernelTests,
  matrixKernels,
  readWords,
} from '../../../tools/testing/kernel-columns.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';
import { root } from '../../fixtures/project.js';

t.test('versions are kernels, other words tests', async (t) => {
  t.same(readWords([]), { kernels: matrixKernels, tests: [] });
  t.same(readWords(['7.2', 'test/e2e/seed.test.ts', '5.10']), {
    kernels: ['7.2', '5.10'],
    tests: ['test/e2e/seed.test.ts'],
  });
});

t.test('the tests are those that take their kernels from one place; none names them itself', async (t) => {
  const tests = listKernelTests(root);
  for (const name of ['kinds', 'seed', 'templates', 'lessons', 'doctor'])
    t.ok(tests.includes(`test/e2e/${name}.test.ts`), name);
  t.notOk(tests.includes('test/e2e/host.test.ts'));
  for (const path of tests) t.notMatch(readFileSync(join(root, path), 'utf8'), /['=]6\.12?'/, path);
});

t.test('a kernel is fetched when its turn comes, and one that is not to be had says why', async (t) => {
  const host = fakeHost({
    answer: (command) => ({ status: command.endsWith('pull 7.2') ? 9 : 0, output: 'sold out' }),
  });
  const columns = kernelColumns({ host, root: '/', dryRun: false }, ['5.10', '7.2'], ['a']);
  t.same(columns.next().value, { name: 'Linux 5.10', tests: ['a'], env: { TSECC_TEST_KERNELS: '5.10' } });
  t.notOk(host.ran.some((command) => command.endsWith('pull 7.2')));
  t.match(columns.next().value, { name: 'Linux 7.2', missing: /sold out/ });
  t.ok(columns.next().done);
});
