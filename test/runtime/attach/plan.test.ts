import t from 'tap';
import { planAttachments } from '../../../runtime/attach/plan.js';
import type { ObjectProgram } from '../../../core/object/types.js';

function program(name: string, section: string): ObjectProgram {
  return { name, section, sectionIndex: 3, offset: 0, size: 8, helpers: [], kernelFunctions: [] };
}

t.test('each program is given its place, in their order', async (t) => {
  const points = planAttachments([
    program('a', 'kprobe/do_unlinkat+0x10'),
    program('b', 'tp/syscalls/sys_enter_unlinkat'),
    program('c', 'fexit.s/do_unlinkat'),
  ]);
  t.same(points, [
    { program: 'a', section: 'kprobe/do_unlinkat+0x10', kind: 'kprobe', target: 'do_unlinkat', offset: 16 },
    {
      program: 'b',
      section: 'tp/syscalls/sys_enter_unlinkat',
      kind: 'tracepoint',
      target: 'syscalls/sys_enter_unlinkat',
      offset: 0,
    },
    { program: 'c', section: 'fexit.s/do_unlinkat', kind: 'fexit', target: 'do_unlinkat', offset: 0 },
  ]);
});

t.test('programs that libbpf does not load by itself are left out', async (t) => {
  t.same(
    planAttachments([program('a', '?kprobe/x'), program('b', 'kprobe/y')]).map((point) => point.program),
    ['b'],
  );
  t.throws(() => planAttachments([program('a', '?kprobe/x')]), { code: 'package-invalid' });
  t.throws(() => planAttachments([]), { code: 'package-invalid' });
});

t.test(
  'a section that is unknown, incomplete or of another kind is told before anything is loaded',
  async (t) => {
    t.throws(() => planAttachments([program('a', 'nosuch/thing')]), {
      code: 'attach-failed',
      message: /nosuch\/thing/,
    });
    t.throws(() => planAttachments([program('a', 'kprobe')]), {
      code: 'attach-failed',
      message: /names no target/,
      cure: 'give it another place: --attach a=SECTION',
    });
    t.throws(() => planAttachments([program('a', 'sk_reuseport')]), {
      code: 'attach-failed',
      message: /^attach 'a' to sk_reuseport: it belongs to a socket of the server/,
      cure: /SO_ATTACH_REUSEPORT_EBPF/,
    });
  },
);

t.test('a program that replaces part of another belongs to no package', async (t) => {
  t.throws(() => planAttachments([program('a', 'freplace/other')]), {
    code: 'attach-failed',
    message:
      "attach 'a' to freplace/other: it replaces a function of a BPF program that is not in this package",
  });
});
