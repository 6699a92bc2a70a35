import * as fc from 'fast-check';
import t from 'tap';
import { takeText, textSink, type TextSink } from '../../../runtime/decode/text-sink.js';
import {
  writeHex64,
  writeInteger,
  writeSigned64,
  writeUnsigned64,
} from '../../../runtime/decode/write-integer.js';

function written(write: (sink: TextSink) => void): string {
  const sink = textSink(1);
  write(sink);
  return Buffer.from(takeText(sink)).toString();
}

const halves = (value: bigint): [number, number] => [
  Number(BigInt.asUintN(32, value >> 32n)),
  Number(BigInt.asUintN(32, value)),
];

t.test('writes what String writes', async (t) => {
  for (const value of [0, 9, 10, 999_999_999, 1_000_000_000, -1, -2147483648, 2 ** 53 - 1, -(2 ** 53) + 1]) {
    t.equal(
      written((sink) => writeInteger(sink, value)),
      String(value),
    );
  }
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      (value) => written((sink) => writeInteger(sink, value)) === String(value),
    ),
  );
});

t.test('writes 64 bits exactly', async (t) => {
  const unsigned = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(
      unsigned,
      (value) => written((sink) => writeUnsigned64(sink, ...halves(value))) === String(value),
    ),
  );
  const signed = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(
      signed,
      (value) => written((sink) => writeSigned64(sink, ...halves(value))) === String(value),
    ),
  );
  for (const value of [-1n, -(2n ** 63n), -(2n ** 32n), 2n ** 63n - 1n]) {
    t.equal(
      written((sink) => writeSigned64(sink, ...halves(value))),
      String(value),
    );
  }
});

t.test('writes hex without leading zeros', async (t) => {
  const value = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(
      value,
      (each) => written((sink) => writeHex64(sink, ...halves(each))) === `0x${each.toString(16)}`,
    ),
  );
  t.equal(
    written((sink) => writeHex64(sink, 0, 0)),
    '0x0',
  );
});
