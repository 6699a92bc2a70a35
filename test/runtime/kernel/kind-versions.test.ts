import t from 'tap';
import { sectionTable } from '../../../core/object/section-table.js';
import { newerLinux, sectionSince, sleepableSince } from '../../../runtime/kernel/kind-versions.js';

t.test('each section that libbpf knows has the Linux that brought it', async (t) => {
  for (const { prefix, takes } of sectionTable) {
    const target = takes === 'tracepoint' ? '/a/b' : takes === 'nothing' ? '' : '/name';
    t.match(sectionSince(`${prefix}${target}`), /^\d\.\d+$/, prefix);
  }
});

t.test('a section may be newer than its kind, and sleeping newer than both', async (t) => {
  t.equal(sectionSince('xdp'), '5.9');
  t.equal(sectionSince('?xdp.frags'), '5.18');
  t.equal(sectionSince('cgroup/connect4'), '5.7');
  t.equal(sectionSince('cgroup/connect_unix'), '6.7');
  t.equal(sectionSince('nonsense'), undefined);
  t.same(['fentry', 'iter', 'uprobe', 'usdt', 'syscall', 'struct_ops'].map(sleepableSince), [
    '5.10',
    '5.18',
    '6.0',
    '6.0',
    '5.14',
    '6.3',
  ]);
});

t.test('what is newer than a kernel is told with its Linux', async (t) => {
  t.equal(newerLinux('kprobe.session/f', '6.1.0-50-cloud-amd64'), '6.10');
  t.equal(newerLinux('kprobe.session', '6.9.1'), '6.10', 'by the kind alone');
  t.equal(newerLinux('kprobe.session/f', '6.10.0'), undefined);
  t.equal(newerLinux('xdp.frags', '5.10.0'), '5.18');
  t.equal(newerLinux('xdp', '5.10.0'), undefined);
  t.equal(newerLinux('nonsense', '5.10.0'), undefined);
  t.equal(newerLinux('xdp.frags', 'of no number'), undefined);
});
