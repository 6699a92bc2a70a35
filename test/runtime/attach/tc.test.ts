import t from 'tap';
import { attachTc } from '../../../runtime/attach/tc.js';
import type { AttachContext, LoadedProgram } from '../../../runtime/attach/types.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

function programIn(section: string): LoadedProgram {
  return { ...loadedProgram(section.includes('/') ? 'tcx' : 'tc', ''), section };
}

function contextAt(kernel: FakeKernel, interfaces: readonly string[], settings = {}): AttachContext {
  kernel.link('net:[7]', '/proc/self/ns/net');
  const context = contextOf(kernel);
  return { ...context, options: { ...context.options, interfaces }, settings: () => settings };
}

/** The links that were asked for; what rtnetlink opened and closed meanwhile is no matter. */
function linksOf(kernel: FakeKernel): readonly string[] {
  return kernel.log.filter((line) => line.startsWith('link_create'));
}

t.test('where the kernel has tcx, programs are links: tc means what comes in', async (t) => {
  for (const [section, type] of [
    ['tc', 46],
    ['classifier', 46],
    ['tc/ingress', 46],
    ['tcx/ingress', 46],
    ['tc/egress', 47],
    ['tcx/egress', 47],
  ] as const) {
    const kernel = new FakeKernel();
    const link = await attachTc(programIn(section), contextAt(kernel, ['eth0']));
    t.same(linksOf(kernel), [`link_create 5 2 type ${type}`], section);
    link[Symbol.dispose]();
    t.same(kernel.openDescriptors, []);
  }
});

t.test("ecc's hook names the interface and the side", async (t) => {
  const kernel = new FakeKernel();
  const tchook = { ifindex: 2, attach_point: 'BPF_TC_EGRESS' };
  await attachTc(programIn('tc'), contextAt(kernel, [], { tchook }));
  t.same(linksOf(kernel), ['link_create 5 2 type 47']);
});

t.test('a kernel without tcx gets a filter, and loses it at the end', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('bpf link_create', 22);
  const link = await attachTc(programIn('tcx/egress'), contextAt(kernel, ['lo', 'eth0']));
  t.match(kernel.route.log, [/clsact 1/, /filter 1 fffffff3/, /clsact 2/, /filter 2 fffffff3/]);
  link[Symbol.dispose]();
  t.equal(kernel.route.qdiscs.size, 0);
});

t.test('what only filters have makes it one everywhere', async (t) => {
  const cases: readonly (readonly [string, object, string])[] = [
    ['tc', { tcopts: { handle: 7, priority: 3 } }, 'add filter 2 fffffff2 info 30300'],
    ['tc', { tchook: { attach_point: 'BPF_TC_CUSTOM', parent: 0x10000 } }, 'add filter 2 10000 info 300'],
    ['action', {}, 'add filter 2 fffffff2 info 300'],
  ];
  for (const [section, settings, expected] of cases) {
    const kernel = new FakeKernel();
    await attachTc(programIn(section), contextAt(kernel, ['eth0'], settings));
    t.equal(kernel.route.log.at(-1), expected);
    t.notOk(kernel.log.some((line) => line.startsWith('link_create')));
  }
});

t.test('a refused link is explained, and no filter tried', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('bpf link_create', 1);
  await t.rejects(attachTc(programIn('tc'), contextAt(kernel, ['eth0'])), {
    code: 'not-permitted',
    message: /^attach 'prog' to tc at eth0/,
  });
  t.same(kernel.route.log, []);
});

t.test('without an interface nothing is done', async (t) => {
  const kernel = new FakeKernel();
  await t.rejects(attachTc(programIn('tc'), contextAt(kernel, [])), {
    code: 'usage',
    cure: /--iface: lo, eth0/,
  });
});
