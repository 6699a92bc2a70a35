import t from 'tap';
import { linkOf } from '../../../runtime/attach/link.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';

t.test('disposing a link closes its descriptors in their order, once', async (t) => {
  const kernel = new FakeKernel();
  const first = kernel.duplicate(1);
  const second = kernel.duplicate(1);
  const link = linkOf(kernel, loadedProgram('kprobe', 'do_unlinkat'), [second, first]);
  t.match(link, { program: 'prog', section: 'kprobe/do_unlinkat' });
  link[Symbol.dispose]();
  link[Symbol.dispose]();
  t.same(kernel.log, [`close ${second}`, `close ${first}`]);
});
