import t from 'tap';
import { integerReader } from '../../../runtime/decode/read-integer.js';
import { sourceOf } from '../../../runtime/decode/source.js';

const bytes = [0xff, ...Array.from({ length: 15 }, (_, index) => index + 1), 0xfe];

t.test('reads each size, sign and byte order', async (t) => {
  const source = sourceOf(new Uint8Array([0, ...bytes]));
  const read = (size: 1 | 2 | 4 | 8 | 16, signed: boolean, little: boolean) =>
    integerReader(size, signed, little)(source, 1);
  t.equal(read(1, false, true), 255);
  t.equal(read(1, true, true), -1);
  t.equal(read(2, false, true), 0x01ff);
  t.equal(read(2, true, false), 0xff01 - 0x10000);
  t.equal(read(4, false, false), 0xff010203);
  t.equal(read(4, true, false), 0xff010203 - 2 ** 32);
  t.equal(read(8, false, true), 0x07060504030201ffn);
  t.equal(read(8, true, false), BigInt.asIntN(64, 0xff01020304050607n));
  t.equal(read(16, false, true), 0x0f0e0d0c0b0a090807060504030201ffn);
  t.equal(read(16, true, false), BigInt.asIntN(128, 0xff0102030405060708090a0b0c0d0e0fn));
});
