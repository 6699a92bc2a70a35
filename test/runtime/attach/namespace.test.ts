import t from 'tap';
import { attachToNamespace } from '../../../runtime/attach/namespace.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const files = { '/proc/self/ns/net': '' };

t.test('programs are linked to the network namespace of this process', async (t) => {
  for (const [kind, type] of [
    ['sk_lookup', 36],
    ['flow_dissector', 17],
  ] as const) {
    const kernel = new FakeKernel({ files });
    const link = attachToNamespace(loadedProgram(kind, ''), contextOf(kernel));
    t.same(kernel.log, [`link_create 5 100 type ${type}`, 'close 100']);
    link[Symbol.dispose]();
    t.same(kernel.openDescriptors, []);
  }
});

t.test('a place that is taken is told as such', async (t) => {
  for (const errno of [17, 7]) {
    const kernel = new FakeKernel({ files });
    kernel.fail('bpf link_create', errno);
    t.throws(() => attachToNamespace(loadedProgram('flow_dissector', ''), contextOf(kernel)), {
      code: 'attach-failed',
      message: /another program is there already/,
    });
    t.same(kernel.openDescriptors, []);
  }
});
