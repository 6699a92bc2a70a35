import t from 'tap';
import { flowRefusals } from '../../../../runtime/verifier/refusals/flow.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

t.test('loops, sizes and ways out are told', async (t) => {
  const expected = [
    ['infinite loop detected at insn 3', 'infinite-loop'],
    ['back-edge from insn 5 to 2', 'infinite-loop'],
    ['BPF program is too large. Processed 1000001 insn', 'too-many-instructions'],
    ['The sequence of 8193 jumps is too complex.', 'too-many-instructions'],
    ['combined stack size of 2 calls is 640. Too large', 'stack-too-large'],
    [
      'tail_calls are not allowed when call stack of previous frames is 320 bytes. Too large',
      'tail-call-stack',
    ],
    ['tail_calls are not allowed in non-JITed programs with bpf-to-bpf calls', 'tail-call-function'],
    ['the call stack of 9 frames is too deep !', 'call-depth'],
    ['R2 !read_ok', 'uninitialised-register'],
    ['unreachable insn 2', 'unreachable-instruction'],
    ['last insn is not an exit or jmp', 'no-exit'],
    ['jump out of range from insn 1 to 102', 'jump-out-of-range'],
  ] as const;
  for (const [said, id] of expected) t.equal(firstFit(flowRefusals, said)?.id, id, said);
  t.match(firstFit(flowRefusals, 'R0 !read_ok')?.why, /returns a value/);
});

t.test('the values that may be returned are the same in the words of old and new kernels', async (t) => {
  const why = 'a program of this kind may only return a number in [0, 3]';
  for (const said of [
    'At program exit the register R0 has value (0x5; 0x0) should have been in (0x0; 0x3)',
    'At program exit the register R0 has smin=5 smax=5 should have been in [0, 3]',
  ]) {
    t.match(firstFit(flowRefusals, said), { id: 'return-value', why }, said);
  }
  t.match(
    firstFit(
      flowRefusals,
      'At program exit the register R0 has smin=5 smax=5 should have been in [-4095, 0]',
      'lsm/file_open',
    )?.cure,
    /-EPERM/,
  );
});
