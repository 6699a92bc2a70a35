import t from 'tap';
import { describePlace, findFault } from '../../../tools/demo/judge.mjs';

const line = (pid: number, message: string) =>
  `              rm-${pid}     [001] d..31    14.268531: bpf_trace_printk: KPROBE ${message}`;
const four = [
  line(230, 'ENTRY pid = 230, filename = test1'),
  line(230, 'EXIT: pid = 230, ret = 0'),
  line(232, 'ENTRY pid = 232, filename = test2'),
  line(232, 'EXIT: pid = 232, ret = 0'),
];

t.test('the four lines pass', async (t) => {
  t.equal(findFault(`${four.join('\n')}\n`), undefined);
});

t.test("lines of others' deletions may stand between", async (t) => {
  const noise = line(99, 'ENTRY pid = 99, filename = /tmp/x');
  t.equal(findFault(four.flatMap((text) => [noise, text]).join('\n')), undefined);
});

t.test('each line that is absent, changed or out of order is missed', async (t) => {
  for (const index of four.keys()) {
    t.match(
      findFault(four.toSpliced(index, 1).join('\n')),
      /^the trace lacks line/,
      `without line ${index + 1}`,
    );
  }
  t.match(findFault(four.toReversed().join('\n')), /lacks/);
  t.match(findFault(four.join('\n').replaceAll('ret = 0', 'ret = -2')), /lacks line 2/);
  t.match(findFault(four.join('\n').replaceAll('rm-', '<...>-')), /lacks line 1/);
  t.match(findFault(four.join('\n').replace('pid = 230,', 'pid = 231,')), /lacks line 1/);
});

t.test('a lab tells its kernel; without one it ran on the host', async (t) => {
  t.equal(
    describePlace('lab: booting…\nlab: Linux 6.1.0-1\n4 events\n', '6.18'),
    'Linux 6.1.0-1, in the lab',
  );
  t.equal(describePlace('Running eBPF program...\n', '6.18'), 'Linux 6.18, on this host');
});
