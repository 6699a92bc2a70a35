import t from 'tap';
import { livingNames, rememberedNames } from '../../../runtime/kernel/command-names.js';
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

t.test('in the first pid namespace a living process has its name from /proc', (t) => {
  t.same([...livingNames(kernelIn('pid:[4026531836]'), [12, 123])], [[12, 'living']]);
  t.end();
});

t.test('in a container /proc counts other pids: nobody is known there', (t) => {
  t.equal(livingNames(kernelIn('pid:[4026532999]'), [12]).size, 0);
  t.equal(livingNames(new FakeKernel({ files }), [12]).size, 0);
  t.end();
});

t.test('the tracer remembers those that it has a name of', (t) => {
  t.same([...rememberedNames(new FakeKernel({ files }), tracefs, new Set([123, 2, 7]))], [[123, 'my cmd']]);
  t.end();
});

t.test('where nothing is readable there is no name', (t) => {
  t.equal(rememberedNames(new FakeKernel(), tracefs, new Set([12])).size, 0);
  t.end();
});
