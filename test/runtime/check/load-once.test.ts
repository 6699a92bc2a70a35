import t from 'tap';
import { loadOnce } from '../../../runtime/check/load-once.js';
import { choosePrograms } from '../../../runtime/configure/choose-programs.js';
import { readWishes } from '../../../runtime/configure/wishes.js';
import { kernelFacts } from '../../../runtime/kernel/kernel-facts.js';
import type { Bpftool } from '../../../runtime/bpftool/bpftool.js';
import { failingBpftool, fakeBpftool } from '../../fixtures/kernel/fake-bpftool.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

function load(kernel: FakeKernel, bpftool: Bpftool) {
  const opened = openFixture('tracepoint');
  const tracefs = (): string => '/sys/kernel/tracing';
  const choice = choosePrograms(readWishes(opened, {}), kernelFacts(kernel, tracefs), []);
  const context = { kernel, points: choice.points, tracefs };
  return loadOnce({ opened, choice, bpftool, context, signal: undefined });
}

t.test('what is loaded is named, and let go of', async (t) => {
  const kernel = new FakeKernel();
  const loaded = await load(kernel, fakeBpftool(kernel, 'on_unlinkat'));
  t.same([...loaded.keys()], ['on_unlinkat']);
  t.same(kernel.openDescriptors, []);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
});

t.test('a failure leaves nothing behind either', async (t) => {
  const kernel = new FakeKernel();
  await t.rejects(load(kernel, failingBpftool('libbpf: odd\n')), { code: 'unforeseen' });
  t.same(kernel.openDescriptors, []);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
});
