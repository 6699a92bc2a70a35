import t from 'tap';
import { listLab } from '../../../runtime/lab/list-lab.js';
import { startLab } from '../../../runtime/lab/start-lab.js';
import { fakeLab, fakePulledKernel } from '../../fixtures/lab/fake-lab.js';

t.test('an empty cache says so', async (t) => {
  const { paths } = fakeLab(t.testdir());
  t.equal(listLab({ ...paths, kernels: '/nowhere' }), 'no kernels yet\n');
});

t.test('kernels are listed with what is ready, and labs that run', async (t) => {
  const { paths, io } = fakeLab(t.testdir());
  fakePulledKernel(paths.kernels, '6.12.7-fake');
  await using _lab = await startLab({ io, kernel: '6.1', quiet: true });
  const lines = listLab(paths).split('\n');
  t.match(lines[0], /^KERNEL {2}RELEASE {7}STATE {3}DISK$/);
  t.match(lines[1], /^6\.12 {4}6\.12\.7-fake {3}pulled {2}\d+ MB$/);
  t.match(lines[2], /^6\.1 {5}6\.1\.0-1-fake {2}ready {3}\d+ MB$/);
  t.match(lines[3], new RegExp(`^running: Linux 6\\.1\\.0-1-fake, process ${process.pid}, for \\d+ s$`));
});
