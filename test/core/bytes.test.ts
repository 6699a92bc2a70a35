import * as fc from 'fast-check';
import t from 'tap';
import type { Phrase } from '../../core/message.js';
import { byteReader, concatBytes, writeU32, writeU64 } from '../../core/bytes.js';

const own = { name: 'OwnError' };
class OwnError extends Error {
  override readonly name = 'OwnError';
}
const fail = (reason: Phrase) => new OwnError(String(reason));

t.test('reads numbers in either byte order', async (t) => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 0xff, 0, 0, 0, 0);
  const little = byteReader(bytes, true, fail);
  const big = byteReader(bytes, false, fail);
  t.equal(little.u8(4), 0xff);
  t.equal(little.u16(0), 0x0201);
  t.equal(big.u16(0), 0x0102);
  t.equal(little.u32(0), 0x04030201);
  t.equal(big.u32(0), 0x01020304);
  t.equal(byteReader(Uint8Array.of(0xfe, 0xff, 0xff, 0xff), true, fail).i32(0), -2);
  t.equal(little.bigU64(1), 0x0000_0000_ff04_0302n);
});

t.test('reads from the view it was given, not from the buffer behind it', async (t) => {
  const view = Uint8Array.of(9, 9, 1, 2, 9).subarray(2, 4);
  t.equal(byteReader(view, false, fail).u16(0), 0x0102);
  t.throws(() => byteReader(view, false, fail).u8(2), own);
});

t.test("throws the caller's error with the offset, for each read outside", async (t) => {
  const reader = byteReader(new Uint8Array(8), true, fail);
  t.throws(() => reader.u32(6), { message: 'offset 6: 4 bytes wanted, the end is at 8' });
  for (const read of [reader.u8, reader.u16, reader.u32, reader.i32, reader.u64, reader.bigU64]) {
    for (const offset of [8, -1, Number.NaN, 2 ** 53]) t.throws(() => read(offset), own);
  }
  t.throws(() => reader.slice(4, 5), own);
  t.throws(() => reader.slice(4, -1), own);
});

t.test('refuses 64-bit numbers that a number cannot hold', async (t) => {
  const bytes = new Uint8Array(8).fill(0xff);
  t.throws(() => byteReader(bytes, true, fail).u64(0), {
    message: 'offset 0: 18446744073709551615 is out of range',
  });
  bytes.set([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0]);
  t.equal(byteReader(bytes, true, fail).u64(0), Number.MAX_SAFE_INTEGER);
});

t.test('a slice shares its memory with the bytes', async (t) => {
  const bytes = Uint8Array.of(1, 2, 3);
  t.equal(byteReader(bytes, true, fail).slice(1, 2).buffer, bytes.buffer);
});

t.test('what is written is read again', async () => {
  fc.assert(
    fc.property(fc.nat(), fc.maxSafeNat(), fc.boolean(), (small, large, littleEndian) => {
      const bytes = new Uint8Array(12);
      writeU32(bytes, 0, small, littleEndian);
      writeU64(bytes, 4, large, littleEndian);
      const reader = byteReader(bytes, littleEndian, fail);
      return reader.u32(0) === small && reader.u64(4) === large;
    }),
  );
});

t.test('parts are put one behind the other', async (t) => {
  t.same(concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3)), Uint8Array.of(1, 2, 3));
  t.same(concatBytes(), new Uint8Array());
});
