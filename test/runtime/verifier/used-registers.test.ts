import t from 'tap';
import { usedRegisters } from '../../../runtime/verifier/used-registers.js';

t.test('of a use of memory the pointer matters, of others all registers, of a call none', async (t) => {
  t.same(usedRegisters('*(u64 *)(r6 +0) = r0'), ['R6']);
  t.same(usedRegisters('r1 = *(u64 *)(r0 -8)'), ['R0']);
  t.same(usedRegisters('r6 += r0'), ['R6', 'R0']);
  t.same(usedRegisters('w1 += w1'), ['R1']);
  t.same(usedRegisters('call bpf_ktime_get_ns#5'), []);
});
