import t from 'tap';
import { addClsact, clsactParents, findClsact, removeClsact } from '../../../runtime/kernel/clsact.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a clsact qdisc comes, is found at its own interface, and goes', async (t) => {
  const kernel = new FakeKernel();
  t.equal(findClsact(kernel, 2), undefined);
  addClsact(kernel, 2);
  t.equal(findClsact(kernel, 2), 'clsact');
  t.equal(findClsact(kernel, 1), undefined);
  t.throws(() => addClsact(kernel, 2), { message: 'rtnetlink: errno 17' });
  removeClsact(kernel, 2);
  t.equal(findClsact(kernel, 2), undefined);
});

t.test('the older qdisc is told by its name', async (t) => {
  const kernel = new FakeKernel();
  kernel.route.qdiscs.set(2, 'ingress');
  t.equal(findClsact(kernel, 2), 'ingress');
});

t.test('its sides are those of linux/pkt_sched.h', async (t) => {
  t.same(clsactParents, { ingress: 0xfffffff2, egress: 0xfffffff3 });
});
