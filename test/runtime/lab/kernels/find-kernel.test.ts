import t from 'tap';
import { findKernel } from '../../../../runtime/lab/kernels/find-kernel.js';
import { fakeLab, fakePulledKernel, recordedProgress } from '../../../fixtures/lab/fake-lab.js';

t.test('a version, or nothing, finds what was pulled', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  fakePulledKernel(paths.kernels, '6.12.7-fake');
  const context = { paths, env, progress: recordedProgress() };
  t.equal((await findKernel('6.1', context)).release, '6.1.0-1-fake');
  t.equal((await findKernel(undefined, context)).release, '6.12.7-fake');
});

t.test('a word that is no version is a usage error, a path that is no kernel is not found', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  const context = { paths, env, progress: recordedProgress() };
  await t.rejects(findKernel('latest', context), { code: 'usage', message: /'latest' is neither/ });
  await t.rejects(findKernel('./nothing', context), { code: 'tool-missing' });
});

t.test('nothing means a kernel that the tests run on, even if a newer one was pulled', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  const context = { paths, env, progress: recordedProgress() };
  fakePulledKernel(paths.kernels, '7.2.13-fake');
  t.equal((await findKernel(undefined, context)).release, '6.1.0-1-fake');
  t.equal((await findKernel('7.2', context)).release, '7.2.13-fake');
});
