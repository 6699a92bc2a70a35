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

t.test('a refusal is cut out of its frame, with the name of the error', async (t) => {
  const refusal = findRefusal(stderr);
  t.match(refusal, { program: 'prog1', failure: 'Permission denied', log: /^0: R1=ctx/ });
  t.notMatch(refusal?.log, /END PROG/);
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
  t.match(findRefusal("prog 'x': -- BEGIN PROG LOAD LOG --\n0: (95) exit\nR0 !read_ok"), {
    log: '0: (95) exit\nR0 !read_ok',
    failure: undefined,
  });
});
