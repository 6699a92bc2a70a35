import t from 'tap';
import { sectionTable } from '../../../core/object/section-table.js';
import { sectionSince, sleepableSince } from '../../../runtime/inspect/kind-versions.js';

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
