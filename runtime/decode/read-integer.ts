import type { Source } from './types.js';

/** A reader of an integer of a size in bytes: a number for up to four, else a bigint. */
export function integerReader(
  size: 1 | 2 | 4 | 8 | 16,
  signed: boolean,
  littleEndian: boolean,
): (source: Source, at: number) => number | bigint {
  switch (size) {
    case 1:
      return signed ? ({ view }, at) => view.getInt8(at) : ({ view }, at) => view.getUint8(at);
    case 2:
      return signed
        ? ({ view }, at) => view.getInt16(at, littleEndian)
        : ({ view }, at) => view.getUint16(at, littleEndian);
    case 4:
      return signed
        ? ({ view }, at) => view.getInt32(at, littleEndian)
        : ({ view }, at) => view.getUint32(at, littleEndian);
    case 8:
      return signed
        ? ({ view }, at) => view.getBigInt64(at, littleEndian)
        : ({ view }, at) => view.getBigUint64(at, littleEndian);
    case 16:
      return ({ view }, at) => {
        const low = view.getBigUint64(littleEndian ? at : at + 8, littleEndian);
        const high = view.getBigUint64(littleEndian ? at + 8 : at, littleEndian);
        const value = (high << 64n) | low;
        return signed ? BigInt.asIntN(128, value) : value;
      };
    default:
      return size satisfies never;
  }
}
