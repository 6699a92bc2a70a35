import t from 'tap';
import { planAttachments } from '../../../runtime/attach/plan.js';
import { unattachable } from '../../../runtime/attach/unattachable.js';

t.test('what no attacher takes has a reason and a cure', async (t) => {
  for (const section of [
    'lwt_xmit',
    'lirc_mode2',
    'sk_reuseport',
    'sk_reuseport/migrate',
    'netkit/primary',
    'xdp/devmap',
    'xdp.frags/cpumap',
  ]) {
    const program = {
      name: 'prog',
      section,
      sectionIndex: 3,
      offset: 0,
      size: 8,
      helpers: [],
      kernelFunctions: [],
    };
    t.throws(
      () => planAttachments([program]),
      { code: 'attach-failed', message: new RegExp(`^attach 'prog' to ${section}: .{30}`), cure: /.{20}/ },
      section,
    );
  }
});

t.test('what is attached has none', async (t) => {
  t.equal(unattachable('xdp', 'xdp'), undefined);
  t.equal(unattachable('kprobe', 'kprobe/constructor'), undefined);
});
