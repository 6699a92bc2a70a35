import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  createOwnedDirectory,
  ensureDirectory,
  sweepDirectories,
} from '../../../runtime/kernel/owned-directory.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const kernel = realKernel();
const remove = (path: string): void => kernel.removeTree(path);
const all = (): boolean => true;

t.test('a sweep takes what the dead left and spares what the living own', async (t) => {
  const parent = t.testdir({ dead: { pin: '' }, other: {} });
  const owned = await createOwnedDirectory(kernel, parent, 'living', remove);
  const swept = await sweepDirectories(kernel, parent, (name) => name !== 'other', remove);
  t.same(swept, [join(parent, 'dead')]);
  t.same(readdirSync(parent).sort(), ['living', 'other']);
  owned.remove();
  owned.remove();
  t.same(readdirSync(parent), ['other']);
});

t.test('a directory whose lock a child still holds is spared', async (t) => {
  const parent = t.testdir({});
  const owned = await createOwnedDirectory(kernel, parent, 'loading', remove);
  const heldByChild = kernel.duplicate(owned.lock);
  kernel.close(owned.lock);
  t.same(await sweepDirectories(kernel, parent, all, remove), []);
  kernel.close(heldByChild);
  t.same(await sweepDirectories(kernel, parent, all, remove), [join(parent, 'loading')]);
});

t.test('a sweep waits for the parent, in which a directory may just be being made', async (t) => {
  const parent = t.testdir({});
  mkdirSync(join(parent, 'new'));
  const maker = kernel.open(parent);
  kernel.tryLock(maker);
  const sweeping = sweepDirectories(kernel, parent, all, remove);
  const made = kernel.open(join(parent, 'new'));
  kernel.tryLock(made);
  kernel.close(maker);
  t.same(await sweeping, []);
  kernel.close(made);
});

t.test('what cannot be removed now is left for the next sweep', async (t) => {
  const fake = new FakeKernel();
  fake.addDirectory('/sys/fs/bpf/tsecli/dead');
  fake.fail('rm /sys/fs/bpf/tsecli/dead', 16);
  const removed = await sweepDirectories(fake, '/sys/fs/bpf/tsecli', all, (path) => fake.removeTree(path));
  t.same(removed, []);
  t.same(fake.openDescriptors, []);
});

t.test('ensuring a directory tolerates that it is there, and nothing else', async (t) => {
  const fake = new FakeKernel();
  ensureDirectory(fake, '/sys/fs/bpf/tsecli');
  ensureDirectory(fake, '/sys/fs/bpf/tsecli');
  t.ok(fake.exists('/sys/fs/bpf/tsecli'));
  fake.fail('mkdir /sys/fs/bpf/other', 13);
  t.throws(() => ensureDirectory(fake, '/sys/fs/bpf/other'), { message: /errno 13$/ });
});
