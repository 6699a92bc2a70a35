import { BtfError } from '../btf/btf-error.js';
import type { BtfMember, BtfType } from '../btf/types.js';
import { enumNames } from './enum-names.js';
import type { BitsShape } from './types.js';
import { message } from '../message.js';

/** Types that a bit field may have. */
type BitType = Extract<BtfType, { readonly kind: 'int' | 'enum' | 'enum64' }>;

/** More than this no compiler packs into one field: an __int128. */
const maxBits = 128;

/**
 * Where the bits of a member lie, counted from its struct's begin; undefined for one that is whole bytes. BTF writes
 * bit fields in two ways: in the member (kind_flag), or, before Linux 5.1 and pahole 1.13, in an int of odd width.
 * Throws {@link BtfError} for bits of what is no number.
 */
export function bitFieldOf(
  type: BtfType,
  member: BtfMember,
): { readonly type: BitType; readonly start: number; readonly size: number } | undefined {
  if (type.kind !== 'int' && type.kind !== 'enum' && type.kind !== 'enum64') {
    if (member.bitSize === 0 && member.bitOffset % 8 === 0) return undefined;
    throw new BtfError(message`describe member '${member.name}': a bit field of kind ${type.kind}`);
  }
  if (member.bitSize > 0) return { type, start: member.bitOffset, size: member.bitSize };
  const whole = type.size * 8;
  const size = type.kind === 'int' ? type.bits : whole;
  const start = member.bitOffset + (type.kind === 'int' ? type.bitOffset : 0);
  return size === whole && start % 8 === 0 ? undefined : { type, start, size };
}

/** The shape of `bitSize` bits that begin `bitOffset` bits into their first byte. Throws {@link BtfError} for too many. */
export function bitsShape(type: BitType, bitOffset: number, bitSize: number): BitsShape {
  if (bitSize === 0 || bitSize > maxBits) {
    throw new BtfError(message`describe type ${type.id}: a bit field of ${bitSize} bits`);
  }
  const isInt = type.kind === 'int';
  return {
    kind: 'bits',
    size: Math.ceil((bitOffset + bitSize) / 8),
    bitOffset,
    bitSize,
    signed: isInt ? type.encoding.signed : type.signed,
    bool: isInt && type.encoding.bool,
    names: isInt ? undefined : enumNames(type, bitSize > 32),
  };
}
