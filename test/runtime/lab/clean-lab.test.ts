import t from 'tap';
import { cleanLab } from '../../../runtime/lab/clean-lab.js';
import { startLab } from '../../../runtime/lab/start-lab.js';
import { fakeLab, fakePulledKernel, namesIn } from '../../fixtures/lab/fake-lab.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('kernels and images go, those of one version or all', async (t) => {
  const { paths, io } = fakeLab(t.testdir());
  fakePulledKernel(paths.kernels, '6.12.7-fake');
  await (await startLab({ io, kernel: '6.1', quiet: true }))[Symbol.asyncDispose]();
  t.equal(inEnglish(cleanLab(paths, '6.1')), 'lab: removed 1 kernels and 1 images');
  t.same(namesIn(paths.kernels), ['6.12']);
  t.equal(inEnglish(cleanLab(paths)), 'lab: removed 1 kernels and 0 images');
  t.same(namesIn(paths.kernels), []);
});

t.test('an image that a lab runs from stays', async (t) => {
  const { paths, io } = fakeLab(t.testdir());
  await using _lab = await startLab({ io, quiet: true });
  t.equal(inEnglish(cleanLab(paths)), 'lab: removed 1 kernels and 0 images, 1 in use left');
});

t.test('a kernel that is not here is a usage error', async (t) => {
  const { paths } = fakeLab(t.testdir());
  t.throws(() => cleanLab(paths, '4.4'), { code: 'usage', message: /'4\.4'/ });
});
