import t from 'tap';
import { readReferences } from '../../../core/object/instructions.js';

/** An instruction: opcode, source register, immediate. */
function code(
  littleEndian: boolean,
  ...instructions: readonly (readonly [number, number, number])[]
): Uint8Array {
  const bytes = new Uint8Array(instructions.length * 8);
  const view = new DataView(bytes.buffer);
  instructions.forEach(([opcode, source, immediate], index) => {
    bytes[index * 8] = opcode;
    bytes[index * 8 + 1] = littleEndian ? source << 4 : source;
    view.setInt32(index * 8 + 4, immediate, littleEndian);
  });
  return bytes;
}

for (const littleEndian of [true, false]) {
  t.test(`finds calls and addresses, ${littleEndian ? 'little' : 'big'} endian`, async (t) => {
    const bytes = code(
      littleEndian,
      [0x85, 0, 14],
      [0xb7, 0, 6],
      [0x85, 1, -1],
      [0x85, 2, 1234],
      [0x18, 0, 40],
      [0x85, 0, 99],
      [0x85, 0, -1],
      [0x95, 0, 0],
    );
    t.strictSame(readReferences(bytes, littleEndian), [
      { kind: 'helper', offset: 0, id: 14 },
      { kind: 'call', offset: 16, immediate: -1 },
      { kind: 'kernel function', offset: 24, id: 1234 },
      { kind: 'address', offset: 32, immediate: 40 },
    ]);
  });
}

t.test('leaves out what is cut off', async (t) => {
  t.strictSame(readReferences(code(true, [0x85, 0, 6]).slice(0, 7), true), []);
  t.strictSame(readReferences(new Uint8Array(0), true), []);
});
