import t from 'tap';
import { choosePrograms } from '../../runtime/configure/choose-programs.js';
import { readWishes } from '../../runtime/configure/wishes.js';
import { kernelFacts } from '../../runtime/kernel/kernel-facts.js';
import { startChosen } from '../../runtime/start-chosen.js';
import { fakeBpftool } from '../fixtures/kernel/fake-bpftool.js';
import { FakeKernel } from '../fixtures/kernel/fake-kernel.js';
import { openFixture } from '../fixtures/kernel/packages.js';

const id = '/sys/kernel/tracing/events/syscalls/sys_enter_unlinkat/id';

function start(kernel: FakeKernel, options: { readonly partial?: boolean } = {}) {
  const opened = openFixture('tracepoint');
  const wishes = readWishes(opened, options);
  const choice = choosePrograms(
    wishes,
    kernelFacts(kernel, () => '/sys/kernel/tracing'),
    [],
  );
  const bpftool = fakeBpftool(kernel, 'on_unlinkat');
  return startChosen(opened, { ...choice, notes: [{ text: 'chosen', detail: true }] }, wishes, {
    kernel,
    bpftool,
  });
}

t.test('what was chosen is attached, and what there is to say of the choice is kept', async (t) => {
  const kernel = new FakeKernel({ files: { [id]: '737\n' } });
  const run = await start(kernel);
  t.match(run.links, [{ program: 'on_unlinkat' }]);
  t.same(run.notes, [{ text: 'chosen', detail: true }]);
  t.same(run.streams, []);
  await run[Symbol.asyncDispose]();
  t.same(kernel.openDescriptors, []);
});

t.test(
  'when nothing is left of programs that may be left out, the first refusal is thrown and all undone',
  async (t) => {
    const kernel = new FakeKernel({ files: { [id]: '737\n' } });
    kernel.fail('perf_event_open', 13);
    await t.rejects(start(kernel, { partial: true }), { code: 'not-permitted' });
    t.same(kernel.openDescriptors, []);
  },
);

t.test('a program that must be there and cannot ends the start', async (t) => {
  const kernel = new FakeKernel({ files: { [id]: '737\n' } });
  kernel.fail('perf_event_open', 13);
  await t.rejects(start(kernel), { code: 'not-permitted' });
  t.same(kernel.openDescriptors, []);
});
