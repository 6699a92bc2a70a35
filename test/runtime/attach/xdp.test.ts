import t from 'tap';
import { attachXdp } from '../../../runtime/attach/xdp.js';
import type { AttachContext } from '../../../runtime/attach/types.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = { ...loadedProgram('xdp', ''), section: 'xdp' };

function contextAt(kernel: FakeKernel, interfaces: readonly string[], settings = {}): AttachContext {
  const context = contextOf(kernel, program);
  return { ...context, options: { ...context.options, interfaces }, settings: () => settings };
}

/** The links that were asked for; what rtnetlink opened and closed meanwhile is no matter. */
function linksOf(kernel: FakeKernel): readonly string[] {
  return kernel.log.filter((line) => line.startsWith('link_create'));
}

t.test('it runs in the driver where that is possible', async (t) => {
  const kernel = new FakeKernel();
  const link = attachXdp(program, contextAt(kernel, ['lo', 'eth0']));
  t.same(linksOf(kernel), ['link_create 5 1 type 37 flags 4', 'link_create 5 2 type 37 flags 4']);
  t.equal(link.note, undefined);
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});

t.test('else in the kernel behind it, which is told', async (t) => {
  const kernel = new FakeKernel();
  kernel.failNext('bpf link_create', 95);
  const link = attachXdp(program, contextAt(kernel, ['lo']));
  t.same(linksOf(kernel), ['link_create 5 1 type 37 flags 2']);
  t.match(link.note, /^prog runs in generic mode at lo/);
});

t.test('the package may demand a mode, and name the interface', async (t) => {
  const kernel = new FakeKernel();
  // XDP_FLAGS_UPDATE_IF_NOEXIST, 1, is what a link does anyway, and refused by it.
  attachXdp(program, contextAt(kernel, [], { flags: 3, ifindex: 2 }));
  t.same(linksOf(kernel), ['link_create 5 2 type 37 flags 2']);
});

t.test('when one interface refuses, those before it are left again', async (t) => {
  const kernel = new FakeKernel();
  kernel.failNext('bpf link_create');
  const context = contextAt(kernel, ['lo', 'eth0']);
  const create = kernel.bpf.bind(kernel);
  let calls = 0;
  kernel.bpf = (command, attributes) => {
    if (++calls === 2) kernel.fail('bpf link_create', 16);
    return create(command, attributes);
  };
  t.throws(() => attachXdp(program, context), { code: 'attach-failed' });
  t.same(kernel.openDescriptors, []);
});

t.test('each refusal is explained', async (t) => {
  const cases: readonly (readonly [number, object, { code: string; message: RegExp; cure?: RegExp }])[] = [
    [
      16,
      {},
      {
        code: 'attach-failed',
        message: /at eth0: another XDP program is there/,
        cure: /bpftool net show dev eth0/,
      },
    ],
    [17, {}, { code: 'attach-failed', message: /another XDP program is there/ }],
    [1, {}, { code: 'not-permitted', message: /at eth0: operation not permitted/ }],
    [95, { flags: 4 }, { code: 'attach-failed', message: /its driver cannot run XDP/, cure: /@flags/ }],
    [12, {}, { code: 'attach-failed', message: /ENOMEM/ }],
  ];
  for (const [errno, settings, expected] of cases) {
    const kernel = new FakeKernel();
    kernel.fail('bpf link_create', errno);
    t.throws(() => attachXdp(program, contextAt(kernel, ['eth0'], settings)), expected, String(errno));
  }
});

t.test('an interface that vanishes meanwhile is told as such', async (t) => {
  const kernel = new FakeKernel();
  const context = contextAt(kernel, ['eth0']);
  kernel.bpf = () => {
    kernel.route.interfaces.pop();
    kernel.fail('bpf link_create', 22);
    return FakeKernel.prototype.bpf.call(kernel, 28, new Uint8Array(16));
  };
  t.throws(() => attachXdp(program, context), { message: /at eth0: the interface is gone/ });
});
