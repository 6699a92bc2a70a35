import t from 'tap';
import { resolveCommands } from '../../../runtime/readers/resolve-commands.js';
import type { TraceLine } from '../../../runtime/readers/trace-lines.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const tracefs = '/sys/kernel/tracing';
const cmdlines = `${tracefs}/saved_cmdlines`;

function line(comm: string, pid: number): TraceLine {
  return { kind: 'line', comm, pid, cpu: 0, flags: 'd..3', time: '1.000000', message: 'm' };
}

t.test('events whose names are known are passed on as they are', async (t) => {
  const events = [line('rm', 1), { kind: 'lost', cpu: 0, count: 1 } as const];
  t.same(await resolveCommands(new FakeKernel(), tracefs, events), events);
});

t.test('an unknown name is looked up', async (t) => {
  const kernel = new FakeKernel({ files: { [cmdlines]: '7 touch\n9 rm\n' } });
  const resolved = await resolveCommands(kernel, tracefs, [line('<...>', 9), line('cat', 8)]);
  t.same(resolved, [line('rm', 9), line('cat', 8)]);
});

t.test('a name that was recorded before an exec is brought up to date', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/comm': 'rm\n', [cmdlines]: '7 sh\n' } });
  kernel.links.set('/proc/self/ns/pid', 'pid:[4026531836]');
  const resolved = await resolveCommands(kernel, tracefs, [line('sh', 7), line('rm', 7)]);
  t.same(resolved, [line('rm', 7), line('rm', 7)]);
});

t.test('the idle task keeps the name that only the trace has for it', async (t) => {
  const kernel = new FakeKernel({ files: { [cmdlines]: '0 swapper\n' } });
  t.same(await resolveCommands(kernel, tracefs, [line('<idle>', 0)]), [line('<idle>', 0)]);
});

t.test('a process that is only just ending is asked for again', async (t) => {
  const kernel = new FakeKernel({ files: { [cmdlines]: '7 <...>\n' } });
  setTimeout(() => kernel.addFile(cmdlines, '7 rm\n'), 2);
  t.same(await resolveCommands(kernel, tracefs, [line('<...>', 7)]), [line('rm', 7)]);
});

t.test('a name that nobody knows stays as the kernel wrote it', async (t) => {
  t.same(await resolveCommands(new FakeKernel(), tracefs, [line('<...>', 7)]), [line('<...>', 7)]);
});
