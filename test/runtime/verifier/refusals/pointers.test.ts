import t from 'tap';
import { pointerRefusals } from '../../../../runtime/verifier/refusals/pointers.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

t.test('what is not to be done to pointers and locks is told', async (t) => {
  const expected = [
    ['R1 32-bit pointer arithmetic prohibited', 'pointer-32-bit'],
    ['R0 bitwise operator &= on pointer prohibited', 'pointer-operator'],
    ['R0 pointer arithmetic with *= operator prohibited', 'pointer-operator'],
    ['R1 pointer arithmetic on map_ptr prohibited', 'pointer-arithmetic'],
    ['R0 leaks addr as return value', 'pointer-leak'],
    ['bpf_spin_unlock is missing', 'spin-lock-held'],
    ['BPF_EXIT instruction in main prog cannot be used inside bpf_spin_lock-ed region', 'spin-lock-held'],
    ['function calls are not allowed while holding a lock', 'spin-lock-call'],
    ['tracing progs cannot use bpf_spin_lock yet', 'spin-lock-tracing'],
  ] as const;
  for (const [said, id] of expected) t.equal(firstFit(pointerRefusals, said)?.id, id, said);
  t.match(firstFit(pointerRefusals, 'R0 bitwise operator &= on pointer prohibited')?.why, /operator &= is/);
  t.match(
    firstFit(pointerRefusals, 'R0 pointer arithmetic with *= operator prohibited')?.why,
    /operator \*= is/,
  );
});
