import t from 'tap';
import { commandResolver } from '../../../runtime/readers/resolve-commands.js';
import type { TraceLine } from '../../../runtime/readers/trace-lines.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const tracefs = '/sys/kernel/tracing';
const cmdlines = `${tracefs}/saved_cmdlines`;

function line(comm: string, pid: number): TraceLine {
  return { kind: 'line', comm, pid, cpu: 0, flags: 'd..3', time: '1.000000', message: 'm' };
}

t.test('events whose names are known are passed on as they are', async (t) => {
  const events = [line('rm', 1), { kind: 'lost', cpu: 0, count: 1 } as const];
  t.same(await commandResolver(new FakeKernel(), tracefs)(events), events);
});

t.test('an unknown name is looked up', async (t) => {
  const kernel = new FakeKernel({ files: { [cmdlines]: '7 touch\n9 rm\n' } });
  const resolved = await commandResolver(kernel, tracefs)([line('<...>', 9), line('cat', 8)]);
  t.same(resolved, [line('rm', 9), line('cat', 8)]);
});

t.test('a name that was recorded before an exec is brought up to date', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/comm': 'rm\n', [cmdlines]: '7 sh\n' } });
  kernel.links.set('/proc/self/ns/pid', 'pid:[4026531836]');
  const resolved = await commandResolver(kernel, tracefs)([line('sh', 7), line('rm', 7)]);
  t.same(resolved, [line('rm', 7), line('rm', 7)]);
});

t.test('the idle task keeps the name that only the trace has for it', async (t) => {
  const kernel = new FakeKernel({ files: { [cmdlines]: '0 swapper\n' } });
  t.same(await commandResolver(kernel, tracefs)([line('<idle>', 0)]), [line('<idle>', 0)]);
});

t.test('a process that is only just ending is asked for again', async (t) => {
  const kernel = new FakeKernel({ files: { [cmdlines]: '7 <...>\n' } });
  setTimeout(() => kernel.addFile(cmdlines, '7 rm\n'), 2);
  t.same(await commandResolver(kernel, tracefs)([line('<...>', 7)]), [line('rm', 7)]);
});

t.test('a name that nobody knows stays as the kernel wrote it', async (t) => {
  t.same(await commandResolver(new FakeKernel(), tracefs)([line('<...>', 7)]), [line('<...>', 7)]);
});

/** A kernel whose pids are the trace's, where a process has gone whose last switch is yet to come. */
function kernelOfAnEnding(): FakeKernel {
  const kernel = new FakeKernel({ files: { [cmdlines]: '7 sh\n' } });
  kernel.links.set('/proc/self/ns/pid', 'pid:[4026531836]');
  setTimeout(() => kernel.addFile(cmdlines, '7 rm\n'), 2);
  return kernel;
}

t.test('a process that is gone before its last switch has not the name of before its exec', async (t) => {
  t.same(await commandResolver(kernelOfAnEnding(), tracefs)([line('sh', 7)]), [line('rm', 7)]);
});

t.test(
  "the tracer's memory is read when all is recorded, and once for each that ended, for a while",
  async (t) => {
    const kernel = kernelOfAnEnding();
    const readText = kernel.readText.bind(kernel);
    const reads: string[] = [];
    kernel.readText = (path) => {
      if (path === cmdlines) reads.push(readText.call(kernel, path));
      return readText.call(kernel, path);
    };
    let now = 5;
    const resolve = commandResolver(kernel, tracefs, () => now);
    await resolve([line('sh', 7)]);
    now = 1005;
    t.same(await resolve([line('sh', 7), line('<...>', 7)]), [line('rm', 7), line('rm', 7)]);
    t.same(reads, ['7 rm\n'], 'one that has ended stays what it was');
    now = 1006;
    await resolve([line('sh', 7)]);
    t.equal(reads.length, 2, 'its number may be that of another by now');
  },
);

t.test('a living process is not what the tracer remembers of a namesake by number', async (t) => {
  const kernel = kernelOfAnEnding();
  const resolve = commandResolver(kernel, tracefs);
  await resolve([line('sh', 7)]);
  kernel.addFile('/proc/7/comm', 'touch\n');
  t.same(await resolve([line('rm', 7)]), [line('touch', 7)]);
});
