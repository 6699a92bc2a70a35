import t from 'tap';
import { memoryRefusals } from '../../../../runtime/verifier/refusals/memory.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

t.test('memory with an end is told by its kind', async (t) => {
  const expected = [
    [
      'invalid access to map value, value_size=64 off=64 size=8\nR0 min value is outside of the allowed memory range',
      'map-value-bounds',
    ],
    [
      'invalid access to map value, value_size=64 off=255 size=1\nR6 max value is outside of the allowed memory range',
      'map-value-index',
    ],
    ['R6 unbounded memory access, make sure to bounds check any such access', 'unbounded-offset'],
    ['R6 min value is negative, either use unsigned index or do a if (index >=0) check.', 'negative-offset'],
    [
      'math between map_value pointer and register with unbounded min value is not allowed',
      'negative-offset',
    ],
    ['math between fp pointer and register with unbounded min value is not allowed', 'stack-variable-offset'],
    [
      '6: (85) call bpf_map_delete_elem#3\ninvalid indirect access to stack R2 off=-2 size=8',
      'helper-stack-bounds',
    ],
    ['6: (85) call bpf_map_delete_elem#3\ninvalid read from stack R2 off=-2 size=8', 'helper-stack-bounds'],
    ['6: (73) *(u8 *)(r1 +64) = r2\ninvalid write to stack R1 off=48 size=1', 'stack-bounds'],
    ['invalid indirect read from stack R2 off -16+4 size 16', 'uninitialised-stack'],
    ['invalid read from stack off -16+4 size 16', 'uninitialised-stack'],
    ['misaligned stack access off (0x0; 0x0)+-16+1 size 4', 'misaligned-access'],
    ['invalid access to packet, off=12 size=2, R1(id=0,off=12,r=0)', 'packet-bounds'],
    ['cannot write into packet', 'packet-write'],
    ['write into map forbidden, value_size=4 off=0 size=4', 'read-only-map'],
  ] as const;
  for (const [said, id] of expected) t.equal(firstFit(memoryRefusals, said)?.id, id, said);
});

t.test('one byte is a byte', async (t) => {
  const said = (size: number): string =>
    `invalid access to map value, value_size=64 off=64 size=${size}\nR0 min value is outside of`;
  t.match(firstFit(memoryRefusals, said(1))?.why, /^byte 64 of/);
  t.match(firstFit(memoryRefusals, said(8))?.why, /^bytes 64 to 71 of/);
});
