import t from 'tap';
import { commandNames } from '../../../runtime/kernel/command-names.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const files = {
  '/proc/12/comm': 'living\n',
  '/sys/kernel/tracing/saved_cmdlines': '1 systemd\n12 remembered\n123 my cmd\n7 <...>\n',
};
const tracefs = '/sys/kernel/tracing';

function kernelIn(namespace: string): FakeKernel {
  const kernel = new FakeKernel({ files });
  kernel.links.set('/proc/self/ns/pid', namespace);
  return kernel;
}

t.test('in the first pid namespace a living process has its name from /proc', async (t) => {
  const names = commandNames(kernelIn('pid:[4026531836]'), tracefs, new Set([12]));
  t.same([...names], [[12, 'living']]);
});

t.test('a process that is gone has the name that the tracer remembers', async (t) => {
  const names = commandNames(kernelIn('pid:[4026531836]'), tracefs, new Set([123, 2, 7]));
  t.same([...names], [[123, 'my cmd']]);
});

t.test("in a container /proc counts other pids: only the tracer's memory is asked", async (t) => {
  const names = commandNames(kernelIn('pid:[4026532999]'), tracefs, new Set([12]));
  t.same([...names], [[12, 'remembered']]);
});

t.test('where neither is readable there is no name', async (t) => {
  t.equal(commandNames(new FakeKernel(), tracefs, new Set([12])).size, 0);
});
