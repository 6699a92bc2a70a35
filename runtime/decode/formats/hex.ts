import { arrayLength } from '../array-length.js';
import type { FormattedShape } from '../../../core/record/types.js';
import type { ReadValue } from '../types.js';

/** Numbers as `0x2a`, negative ones as their bits; arrays of bytes as `deadbeef`, whole, NULs included. */
export function formatHex({ inner }: FormattedShape, read: ReadValue): ReadValue {
  switch (inner.kind) {
    case 'integer':
      return hexNumber(read, inner.size * 8);
    case 'bits':
      return hexNumber(read, inner.bitSize);
    case 'array':
      return (source, at) => source.bytes.toString('hex', at, at + arrayLength(inner, source, at));
    case 'text': {
      const { size, tail } = inner;
      return ({ bytes, end }, at) =>
        bytes.toString('hex', at, tail === 'rest' ? end : Math.min(end, at + size));
    }
    default:
      return read;
  }
}

function hexNumber(read: ReadValue, bits: number): ReadValue {
  return (source, at) => {
    const value = read(source, at);
    if (typeof value !== 'number' && typeof value !== 'bigint') return value;
    return `0x${(value < 0 ? BigInt.asUintN(bits, BigInt(value)) : value).toString(16)}`;
  };
}
