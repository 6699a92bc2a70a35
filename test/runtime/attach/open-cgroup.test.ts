import t from 'tap';
import { openCgroup } from '../../../runtime/attach/open-cgroup.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const point = { ...loadedProgram('cgroup', ''), section: 'cgroup/connect4' };
const root = '/sys/fs/cgroup';

function newKernel(mounts: Record<string, string> = { cgroup2: root }): FakeKernel {
  const kernel = new FakeKernel({ mounts });
  kernel.addFile(`${root}/app/cgroup.controllers`, '');
  return kernel;
}

function open(kernel: FakeKernel, cgroup?: string) {
  const context = contextOf(kernel);
  return openCgroup(point, { ...context, options: { ...context.options, cgroup } });
}

t.test('a cgroup of version 2 is opened', async (t) => {
  const kernel = newKernel();
  const { fd, path } = open(kernel, `${root}/app`);
  t.equal(path, `${root}/app`);
  t.match(kernel.descriptors.get(fd), { path });
});

t.test('each wrong path has its sentence, and leaves nothing open', async (t) => {
  const cure = `for the whole machine use --cgroup ${root}`;
  const kernel = newKernel();
  kernel.addFile('/v1/app/cgroup.procs', '');
  kernel.addDirectory('/tmp');
  kernel.addDirectory('/secret');
  kernel.fail('open /secret', 13);
  t.throws(() => open(kernel), {
    code: 'usage',
    message: /^attach 'prog' to cgroup\/connect4: no cgroup is named/,
    cure,
  });
  t.throws(() => open(kernel, '/nosuch'), {
    code: 'usage',
    message: 'use --cgroup /nosuch: there is no such directory',
    cure,
  });
  t.throws(() => open(kernel, '/v1/app'), { code: 'usage', message: /a cgroup of version 1/ });
  t.throws(() => open(kernel, '/tmp'), { code: 'usage', message: 'use --cgroup /tmp: it is no cgroup' });
  t.throws(() => open(kernel, '/secret'), { code: 'not-permitted', message: /permission denied/ });
  t.same(kernel.openDescriptors, []);
});

t.test('where no cgroups of version 2 are mounted, that is said', async (t) => {
  t.throws(() => open(newKernel({})), { code: 'usage', cure: /mount -t cgroup2/ });
});
