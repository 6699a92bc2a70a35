import t from 'tap';
import { findRefusal } from '../../../runtime/bpftool/verifier-log.js';

const stderr = `libbpf: prog 'prog1': BPF program load failed: Permission denied
libbpf: prog 'prog1': -- BEGIN PROG LOAD LOG --
0: R1=ctx() R10=fp0
; volatile char *p = (void *)ctx[1]; return *p; @ f3.bpf.c:8
0: (79) r1 = *(u64 *)(r1 +8)          ; R1=scalar()
1: (71) r0 = *(u8 *)(r1 +0)
R1 invalid mem access 'scalar'
processed 2 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0
-- END PROG LOAD LOG --
libbpf: prog 'prog1': failed to load: -13
`;

t.test("a refusal is the verifier's last word, with the source line before it", async (t) => {
  const refusal = findRefusal(stderr);
  t.match(refusal, {
    program: 'prog1',
    reason: "R1 invalid mem access 'scalar'",
    source: 'volatile char *p = (void *)ctx[1]; return *p; @ f3.bpf.c:8',
  });
  t.match(refusal?.log, /^0: R1=ctx/);
  t.notMatch(refusal?.log, /END PROG/);
});

t.test('an object without line information has no source line', async (t) => {
  t.equal(findRefusal(stderr.replace(/^;.*\n/m, ''))?.source, undefined);
});

t.test('no log, an empty one, or one of statistics only is no refusal', async (t) => {
  t.equal(findRefusal('libbpf: something else\n'), undefined);
  t.equal(findRefusal("prog 'x': -- BEGIN PROG LOAD LOG --\n-- END PROG LOAD LOG --\n"), undefined);
  t.equal(
    findRefusal(
      "prog 'x': -- BEGIN PROG LOAD LOG --\nprocessed 0 insns (limit 1)\n-- END PROG LOAD LOG --\n",
    ),
    undefined,
  );
});

t.test('a log that was cut off is still read', async (t) => {
  t.equal(
    findRefusal("prog 'x': -- BEGIN PROG LOAD LOG --\n0: (95) exit\nR0 !read_ok")?.reason,
    'R0 !read_ok',
  );
});
