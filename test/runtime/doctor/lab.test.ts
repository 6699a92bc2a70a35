import { join } from 'node:path';
import t from 'tap';
import { canOpenLab, checkLab } from '../../../runtime/doctor/lab.js';
import { scratchDirectory } from '../../fixtures/project.js';

t.test('a cache without kernels is told how to get one', async (t) => {
  const checks = checkLab({ PATH: process.env['PATH'], XDG_CACHE_HOME: join(scratchDirectory(t), 'cache') });
  t.same(
    checks.map(({ id }) => id),
    ['lab:machine', 'lab:qemu', 'lab:busybox', 'lab:bpftool', 'lab:accelerator', 'lab:kernels'],
  );
  t.match(checks.at(-1), { state: 'limited', cure: 'tsecli lab pull' });
});

t.test('a lab opens when nothing of it is missing', async (t) => {
  t.ok(canOpenLab([{ id: 'lab:kernels', state: 'limited', title: 'kernels' }]));
  t.notOk(canOpenLab([{ id: 'lab:qemu', state: 'missing', title: 'QEMU' }]));
});
