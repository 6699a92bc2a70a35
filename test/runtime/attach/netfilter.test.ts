import t from 'tap';
import { attachNetfilter } from '../../../runtime/attach/netfilter.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = { ...loadedProgram('netfilter', ''), section: 'netfilter' };

/** Protocol, hook, priority and flags of the link that was asked for. */
function wordsFor(netfilter: unknown): readonly number[] {
  const sent: Uint8Array[] = [];
  const kernel = new FakeKernel();
  kernel.bpf = (_command, attributes) => sent.push(attributes);
  attachNetfilter(program, { ...contextOf(kernel), settings: () => ({ netfilter }) });
  const view = new DataView(sent[0]?.buffer ?? new ArrayBuffer(32));
  return [8, 16, 20, 24, 28].map((offset) => view.getInt32(offset, true));
}

t.test('without settings it is where packets for this machine come in', async (t) => {
  for (const settings of [undefined, {}, null, 'x', { priority: '7' }]) {
    t.same(wordsFor(settings), [45, 2, 1, 0, 0]);
  }
});

t.test('the package says protocol, hook and priority', async (t) => {
  t.same(wordsFor({ pf: 'ipv6', hook: 'postrouting', priority: -100 }), [45, 10, 4, -100, 0]);
});

t.test('each refusal is explained', async (t) => {
  const attach = (errno: number, netfilter = {}) => {
    const kernel = new FakeKernel();
    kernel.fail('bpf link_create', errno);
    return () => attachNetfilter(program, { ...contextOf(kernel), settings: () => ({ netfilter }) });
  };
  t.throws(attach(22), { code: 'kernel-cannot', message: /Linux 6\.4 and later/ });
  t.throws(attach(16), { code: 'attach-failed', message: /has this priority already/ });
  t.throws(attach(0, { hook: 'constructor' }), {
    code: 'package-invalid',
    message: /the hook 'constructor'/,
    cure: /prerouting, input/,
  });
});
