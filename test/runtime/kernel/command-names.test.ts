import t from 'tap';
import { commandName } from '../../../runtime/kernel/command-names.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const files = {
  '/proc/12/comm': 'living\n',
  '/sys/kernel/tracing/saved_cmdlines': '1 systemd\n12 remembered\n123 my cmd\n',
};
const tracefs = '/sys/kernel/tracing';

t.test('in the first pid namespace a living process has its name from /proc', async (t) => {
  const kernel = new FakeKernel({ files });
  kernel.links.set('/proc/self/ns/pid', 'pid:[4026531836]');
  t.equal(commandName(kernel, tracefs, 12), 'living');
});

t.test('a process that is gone has the name that the tracer remembers', async (t) => {
  const kernel = new FakeKernel({ files });
  kernel.links.set('/proc/self/ns/pid', 'pid:[4026531836]');
  t.equal(commandName(kernel, tracefs, 123), 'my cmd');
  t.equal(commandName(kernel, tracefs, 2), undefined);
});

t.test("in a container /proc counts other pids: only the tracer's memory is asked", async (t) => {
  const kernel = new FakeKernel({ files });
  kernel.links.set('/proc/self/ns/pid', 'pid:[4026532999]');
  t.equal(commandName(kernel, tracefs, 12), 'remembered');
});

t.test('where neither is readable there is no name', async (t) => {
  t.equal(commandName(new FakeKernel(), tracefs, 12), undefined);
});
