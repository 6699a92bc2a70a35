import t from 'tap';
import { originOf } from '../../../runtime/verifier/origin.js';
import { readLog } from '../../../runtime/verifier/read-log.js';
import { contextOf } from '../../fixtures/verifier/said.js';

t.test('a register comes from the function that its line calls', async (t) => {
  const log = readLog(
    '; v = bpf_map_lookup_elem (&m, &k);\n1: (85) call x#1 ; R0_w=map_value(map=m)\n; x = 1;\n2: (b7) r1 = 1 ; R1_w=1',
  );
  t.equal(originOf('R0', contextOf(log)), 'bpf_map_lookup_elem()');
  t.equal(originOf('R1', contextOf(log)), undefined);
  t.equal(originOf('R2', contextOf(log)), undefined);
});
