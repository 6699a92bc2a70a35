import t from 'tap';
import { createPinDirectory, sweepPins } from '../../../runtime/kernel/bpffs.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('the pins of a run stand in a directory of its own, which goes with all in it', async (t) => {
  const kernel = new FakeKernel();
  const pins = await createPinDirectory(kernel, '7-abc');
  t.equal(pins.path, '/sys/fs/bpf/tsecli/7-abc');
  t.ok(kernel.exists(pins.path));
  kernel.addFile(`${pins.path}/programs/prog`, '');
  pins.remove();
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.same(kernel.openDescriptors, []);
});

t.test('a user who is not root has another directory', async (t) => {
  const kernel = new FakeKernel({ userId: 1000 });
  t.equal((await createPinDirectory(kernel, '7-abc')).path, '/sys/fs/bpf/tsecli-1000/7-abc');
});

t.test('a sweep removes directories of dead runs', async (t) => {
  const kernel = new FakeKernel();
  kernel.addDirectory('/sys/fs/bpf/tsecli/dead');
  kernel.addDirectory('/sys/fs/bpf/tsecli/alive');
  kernel.lockedElsewhere.add('/sys/fs/bpf/tsecli/alive');
  t.same(await sweepPins(kernel), ['/sys/fs/bpf/tsecli/dead']);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), ['alive']);
});

t.test('a directory that somebody else made, or may write to, is not used', async (t) => {
  for (const facts of [{ owner: 1000 }, { mode: 0o777 }, { isDirectory: false }]) {
    const kernel = new FakeKernel();
    kernel.addDirectory('/sys/fs/bpf/tsecli', facts);
    await t.rejects(createPinDirectory(kernel, '7-abc'), {
      code: 'not-permitted',
      cure: /rm -r \/sys\/fs\/bpf\/tsecli/,
    });
  }
});
