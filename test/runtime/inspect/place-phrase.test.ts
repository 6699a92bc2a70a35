import t from 'tap';
import { sectionTable } from '../../../core/object/section-table.js';
import { placePhrase } from '../../../runtime/inspect/place-phrase.js';

t.test('it is said of each section when its program runs', async (t) => {
  for (const { prefix, takes } of sectionTable) {
    const target = takes === 'tracepoint' ? '/a/b' : takes === 'nothing' ? '' : '/name';
    t.notMatch(String(placePhrase(`${prefix}${target}`)), /nobody|undefined/, prefix);
  }
  for (const [section, says] of [
    ['kprobe/f', 'when the kernel enters f'],
    ['kprobe/f+0x10', 'when the kernel is 16 bytes into f'],
    ['?fexit.s/f', 'when the kernel leaves f'],
    ['tp/syscalls/sys_enter_read', 'when the kernel passes the tracepoint syscalls/sys_enter_read'],
    ['uprobe', 'when a program enters a function that is still to be named'],
    ['uprobe/libc:malloc', 'when a program enters libc:malloc'],
    ['tcx/egress', 'for each packet that an interface sends'],
    ['tc/ingress', 'for each packet that an interface receives'],
    ['cgroup_skb/egress', 'for each packet that a cgroup sends'],
    ['cgroup/skb', 'for each packet that a cgroup receives'],
    ['cgroup/connect4', 'when a process of a cgroup does connect4'],
    ['kprob/f', 'nobody knows when: libbpf knows no such section (nearest: kprobe)'],
  ] as const) {
    t.equal(String(placePhrase(section)), says);
  }
});
