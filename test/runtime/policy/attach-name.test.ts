import t from 'tap';
import { attachName, normalAttach } from '../../../runtime/policy/attach-name.js';

t.test('an attach point has one name, however it is spelt', async (t) => {
  for (const [section, name] of [
    ['tp/syscalls/sys_enter_openat', 'tracepoint/syscalls/sys_enter_openat'],
    ['?tracepoint/a/b', 'tracepoint/a/b'],
    ['raw_tracepoint/x', 'raw_tp/x'],
    ['fentry.s/do_unlinkat', 'fentry/do_unlinkat'],
    ['kprobe/do_unlinkat+0x10', 'kprobe/do_unlinkat'],
    ['classifier', 'tc'],
    ['tc/ingress', 'tcx/ingress'],
    ['xdp.frags', 'xdp'],
    ['xdp.frags/devmap', 'xdp/devmap'],
    ['cgroup/connect4', 'cgroup/connect4'],
    ['uprobe.s//bin/bash:readline', 'uprobe//bin/bash:readline'],
    ['nonsense/x', 'nonsense/x'],
  ] as const) {
    t.equal(attachName(section), name);
  }
});

t.test('rules are spelt alike, with their stars', async (t) => {
  t.equal(normalAttach('tp/*'), 'tracepoint/*');
  t.equal(normalAttach('kprobe*/x'), 'kprobe*/x');
  t.equal(normalAttach('*'), '*');
});
