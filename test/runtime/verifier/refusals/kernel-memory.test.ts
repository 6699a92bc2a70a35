import t from 'tap';
import { kernelMemoryRefusals } from '../../../../runtime/verifier/refusals/kernel-memory.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

t.test("the kernel's memory is told by what was done to it", async (t) => {
  const expected = [
    ["R0 invalid mem access 'scalar'", 'kernel-pointer'],
    ["R0 invalid mem access 'inv'", 'kernel-pointer'],
    ['only read is supported', 'kernel-write'],
    ['access beyond struct task_struct at off 100000 size 4', 'kernel-struct-bounds'],
    ['dereference of modified ctx ptr R1 off=8 disallowed', 'modified-context'],
    ['variable ctx access var_off=(0x0; 0x4) disallowed', 'modified-context'],
    ['math between ctx pointer and register with unbounded min value is not allowed', 'modified-context'],
    ['invalid bpf_context access off=12 size=4', 'context-access'],
    ['invalid func unknown#195896080', 'missing-field'],
  ] as const;
  for (const [said, id] of expected) t.equal(firstFit(kernelMemoryRefusals, said)?.id, id, said);
});

t.test('writing the context is told from reading it', async (t) => {
  const said = 'invalid bpf_context access off=12 size=4';
  t.match(firstFit(kernelMemoryRefusals, `1: (63) *(u32 *)(r1 +12) = r2\n${said}`)?.why, /is written/);
  t.match(firstFit(kernelMemoryRefusals, `1: (61) r0 = *(u32 *)(r1 +12)\n${said}`)?.why, /nothing to read/);
});

t.test('a missing field is named with its struct and the kernel, without the flavour', async (t) => {
  const said =
    'failed to resolve CO-RE relocation <byte_off> [17] struct task_struct___old.state (0:0 @ offset 0)';
  t.equal(
    firstFit(kernelMemoryRefusals, said)?.why,
    'the program reads field state of struct task_struct, which kernel 6.12 does not have',
  );
  t.equal(
    firstFit(kernelMemoryRefusals, 'failed to resolve CO-RE relocation <type_size> [17] struct gone')?.why,
    'the program needs gone, which kernel 6.12 does not have',
  );
});
