import * as fc from 'fast-check';
import t from 'tap';
import { bitsReader } from '../../../runtime/decode/read-bits.js';
import { sourceOf } from '../../../runtime/decode/source.js';

/** The bits as text, most significant first, taken from the bytes written as text. */
function bitsByText(
  bytes: readonly number[],
  bitOffset: number,
  bitSize: number,
  littleEndian: boolean,
): string {
  const ordered = littleEndian ? bytes.toReversed() : bytes;
  const all = ordered.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const end = littleEndian ? all.length - bitOffset : bitOffset + bitSize;
  return all.slice(end - bitSize, end);
}

t.test('reads the bits that text shows, of any width and place, in either byte order', async (t) => {
  const anyBits = fc.record({
    bitOffset: fc.integer({ min: 0, max: 7 }),
    bitSize: fc.integer({ min: 1, max: 128 }),
    signed: fc.boolean(),
    littleEndian: fc.boolean(),
    bytes: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 17, maxLength: 17 }),
  });
  fc.assert(
    fc.property(anyBits, ({ bitOffset, bitSize, signed, littleEndian, bytes }) => {
      const size = Math.ceil((bitOffset + bitSize) / 8);
      const shape = {
        kind: 'bits',
        size,
        bitOffset,
        bitSize,
        signed,
        bool: false,
        names: undefined,
      } as const;
      const value = bitsReader(shape, littleEndian)(sourceOf(new Uint8Array([0xaa, ...bytes])), 1);
      const bits = BigInt(`0b${bitsByText(bytes.slice(0, size), bitOffset, bitSize, littleEndian)}`);
      const expected = signed ? BigInt.asIntN(bitSize, bits) : bits;
      return BigInt(value) === expected && typeof value === (bitSize <= 32 ? 'number' : 'bigint');
    }),
  );
  t.pass();
});
