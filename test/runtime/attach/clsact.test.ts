import t from 'tap';
import { attachFilter } from '../../../runtime/attach/clsact.js';
import { clsactParents } from '../../../runtime/kernel/clsact.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = { ...loadedProgram('tc', ''), section: 'tc' };
const eth0 = { index: 2, name: 'eth0' };
const wish = { parent: clsactParents.ingress, handle: 0, priority: 0, action: false };

function newKernel(): FakeKernel {
  const kernel = new FakeKernel();
  kernel.link('net:[7]', '/proc/self/ns/net');
  return kernel;
}

const attach = (kernel: FakeKernel, more = {}, fd = 5) =>
  attachFilter({ ...program, fd }, contextOf(kernel), eth0, { ...wish, ...more });

t.test('the mark stands before the filter, and goes after it', async (t) => {
  const kernel = newKernel();
  const filter = await attach(kernel);
  const [run] = kernel.list('/sys/fs/bpf/tsecli');
  t.same(kernel.list(`/sys/fs/bpf/tsecli/${run}`), ['filter-7-2-4294967282-1005-1']);
  filter[Symbol.dispose]();
  filter[Symbol.dispose]();
  t.same(kernel.route.log, [
    'add clsact 2',
    'add filter 2 fffffff2 info 300',
    'remove filter 2 fffffff2',
    'remove clsact 2',
  ]);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.same(kernel.openDescriptors, []);
});

t.test("somebody else's qdisc stays", async (t) => {
  const kernel = newKernel();
  kernel.route.qdiscs.set(2, 'clsact');
  (await attach(kernel))[Symbol.dispose]();
  t.ok(kernel.route.qdiscs.has(2));
});

t.test('two runs share a qdisc that one of them made: who ends last removes it', async (t) => {
  const kernel = newKernel();
  const first = await attach(kernel, {}, 5);
  const second = await attach(kernel, { parent: clsactParents.egress }, 6);
  first[Symbol.dispose]();
  t.ok(kernel.route.qdiscs.has(2));
  second[Symbol.dispose]();
  t.notOk(kernel.route.qdiscs.has(2));
});

t.test('a filter that is refused leaves neither qdisc nor mark', async (t) => {
  const kernel = newKernel();
  kernel.route.failures.set(44, 17);
  await t.rejects(attach(kernel, { handle: 7, priority: 3 }), {
    code: 'attach-failed',
    message: /a filter with handle 7 and priority 3 is there already/,
    cure: /@tcopts/,
  });
  t.notOk(kernel.route.qdiscs.has(2));
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.same(kernel.openDescriptors, []);
});

t.test('what the kernel was built without is named', async (t) => {
  const cases: readonly (readonly [number, object, RegExp])[] = [
    [36, {}, /has no clsact qdisc \(CONFIG_NET_SCH_INGRESS\)/],
    [44, {}, /has no BPF filters \(CONFIG_NET_CLS_BPF\)/],
    [44, { action: true }, /has no BPF actions \(CONFIG_NET_ACT_BPF\)/],
  ];
  for (const [request, more, message] of cases) {
    const kernel = newKernel();
    kernel.route.failures.set(request, 2);
    await t.rejects(attach(kernel, more), { code: 'kernel-cannot', message, cure: 'use --lab' });
  }
});

t.test('the older qdisc has no place for what goes out', async (t) => {
  const kernel = newKernel();
  kernel.route.qdiscs.set(2, 'ingress');
  await t.rejects(attach(kernel, { parent: clsactParents.egress }), {
    message: /'ingress' has no place for packets that go out/,
    cure: /tc qdisc del dev eth0 ingress/,
  });
  t.ok(await attach(kernel), 'but for what comes in');
});

t.test("another qdisc's parent is taken as it is", async (t) => {
  const kernel = newKernel();
  const filter = await attach(kernel, { parent: 0x10000 });
  t.same(kernel.route.log, ['add filter 2 10000 info 300']);
  filter[Symbol.dispose]();
  t.equal(kernel.route.filters.length, 0);
});

t.test('a lack of permission is told as such', async (t) => {
  const kernel = newKernel();
  kernel.route.failures.set(36, 1);
  await t.rejects(attach(kernel), { code: 'not-permitted', cure: /CAP_NET_ADMIN/ });
});
