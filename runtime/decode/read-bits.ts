import type { BitsShape } from '../../core/record/types.js';
import type { Source } from './types.js';

/**
 * A reader of the number in a bit field: a number for up to 32 bits, else a bigint. Little-endian BTF counts bits from
 * the lowest of the first byte, big-endian BTF from the highest (btf_dump_get_bitfield_value of libbpf).
 */
export function bitsReader(
  shape: BitsShape,
  littleEndian: boolean,
): (source: Source, at: number) => number | bigint {
  const { size, bitOffset, bitSize } = shape;
  const shift = littleEndian ? bitOffset : size * 8 - bitOffset - bitSize;
  return bitSize <= 32 ? narrowReader(shape, littleEndian, shift) : wideReader(shape, littleEndian, shift);
}

/** At most five bytes, which doubles hold exactly. */
function narrowReader({ size, bitSize, signed }: BitsShape, littleEndian: boolean, shift: number) {
  const divisor = 2 ** shift;
  const modulus = 2 ** bitSize;
  const negative = signed ? modulus / 2 : Infinity;
  return ({ view }: Source, at: number): number => {
    let bits = 0;
    for (let index = 0; index < size; index++) {
      bits = bits * 256 + view.getUint8(littleEndian ? at + size - 1 - index : at + index);
    }
    const value = Math.floor(bits / divisor) % modulus;
    return value >= negative ? value - modulus : value;
  };
}

function wideReader({ size, bitSize, signed }: BitsShape, littleEndian: boolean, shift: number) {
  const amount = BigInt(shift);
  return ({ view }: Source, at: number): bigint => {
    let bits = 0n;
    for (let index = 0; index < size; index++) {
      bits = (bits << 8n) | BigInt(view.getUint8(littleEndian ? at + size - 1 - index : at + index));
    }
    return signed ? BigInt.asIntN(bitSize, bits >> amount) : BigInt.asUintN(bitSize, bits >> amount);
  };
}
