import t from 'tap';
import { checkMounts } from '../../../runtime/doctor/mounts.js';
import { noRights, wellKernel } from '../../fixtures/kernel/doctor-context.js';

const found = (options: Parameters<typeof wellKernel>[0]) =>
  Object.fromEntries(checkMounts(wellKernel(options)).map((check) => [check.title, check]));

t.test('what is mounted is told with its place', async (t) => {
  t.match(found({}), {
    bpf: { state: 'ok', detail: '/sys/fs/bpf' },
    tracefs: { state: 'ok', detail: '/sys/kernel/tracing' },
    cgroup2: { state: 'ok', detail: '/sys/fs/cgroup' },
  });
});

t.test('who may mount needs no help for what tsecli mounts itself', async (t) => {
  const { bpf, cgroup2 } = found({ mounts: {} });
  t.equal(bpf?.state, 'ok');
  t.match(cgroup2, { state: 'missing', cure: /^sudo mount -t cgroup2 / });
  t.match(found({ mounts: {}, files: noRights })['tracefs'], { state: 'missing', cure: /^sudo mount -t tracefs / });
});

t.test('a kernel that was built without is told from a place that may not be read', async (t) => {
  t.match(String(found({ mounts: {}, files: { '/proc/filesystems': 'ext4\n' } })['bpf']?.detail), 'was built without it');
  const kernel = wellKernel();
  const closed = Object.assign(kernel, {
    list: () => {
      throw new Error('EACCES');
    },
  });
  t.ok(checkMounts(closed).every(({ state }) => state === 'limited'));
});
