import t from 'tap';
import { writtenRegisters } from '../../../runtime/verifier/written-registers.js';

t.test('an instruction writes its target, a call its result and what it was given', async (t) => {
  t.same(writtenRegisters('r1 = *(u64 *)(r0 +0)'), ['R1']);
  t.same(writtenRegisters('w10 += 4'), ['R10']);
  t.same(writtenRegisters('*(u64 *)(r6 +0) = r0'), []);
  t.same(writtenRegisters('if r6 == 0x0 goto pc+6'), []);
  t.same(writtenRegisters('call bpf_ktime_get_ns#5'), ['R0', 'R1', 'R2', 'R3', 'R4', 'R5']);
});
