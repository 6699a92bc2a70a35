import t from 'tap';
import { attachAll, detachAll } from '../../../runtime/attach/attach-all.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const one = loadedProgram('raw_tp', 'sys_enter', 'one');
const two = loadedProgram('raw_tp', 'sys_exit', 'two');
const bad = loadedProgram('kprobe', 'do_unlinkat', 'bad');

t.test('all are attached in order, and detached in the reverse', async (t) => {
  const kernel = new FakeKernel();
  const links = await attachAll([one, two], contextOf(kernel, one, two));
  t.same(
    links.map(({ program }) => program),
    ['one', 'two'],
  );
  detachAll(links);
  t.same(kernel.log, [
    'raw_tracepoint_open 5 sys_enter',
    'raw_tracepoint_open 5 sys_exit',
    'close 101',
    'close 100',
  ]);
});

t.test('when one fails, those before it are detached and its error is thrown', async (t) => {
  const kernel = new FakeKernel();
  await t.rejects(attachAll([one, two, bad], contextOf(kernel, one, two, bad)), {
    code: 'kernel-cannot',
    message: /'bad'/,
  });
  t.same(kernel.openDescriptors, []);
});

t.test('a program that runs once runs when the others are at their places', async (t) => {
  const kernel = new FakeKernel();
  const once = loadedProgram('syscall', '', 'once');
  await attachAll([once, one], contextOf(kernel, once, one));
  t.same(kernel.log, ['raw_tracepoint_open 5 sys_enter', 'prog_run 5']);
});

t.test('one that may be left out is, and the others are attached', async (t) => {
  const kernel = new FakeKernel();
  const refused: string[] = [];
  const context = contextOf(kernel, one, bad, two);
  const links = await attachAll([one, bad, two], context, ({ program }, error) => {
    refused.push(`${program}: ${error instanceof Error ? error.message : ''}`);
  });
  t.same(
    links.map(({ program }) => program),
    ['one', 'two'],
  );
  t.match(refused, [/^bad: attach 'bad' /]);
});
