import type { BtfType } from '../btf/types.js';
import type { EnumNames } from './types.js';

type BtfEnum = Extract<BtfType, { readonly kind: 'enum' | 'enum64' }>;

/** The names of a BTF enum for values that are read as bigint (`wide`) or as numbers; of two equal values the first. */
export function enumNames(type: BtfEnum, wide: boolean): EnumNames {
  const byValue = new Map<number | bigint, string>();
  const byName = new Map<string, number | bigint>();
  for (const { name, value } of type.values) {
    const key = wide ? BigInt(value) : Number(value);
    if (!byValue.has(key)) byValue.set(key, name);
    byName.set(name, key);
  }
  return { name: type.name, byValue, byName, flags: areFlags([...byValue.keys()].map(BigInt)) };
}

/**
 * Whether values are meant to be or-ed: all but 0 are single bits, and at least two of them. The enum 0, 1, 2 is
 * the exception: it counts.
 */
function areFlags(values: readonly bigint[]): boolean {
  const bits = values.filter((value) => value !== 0n);
  if (bits.length < 2 || bits.some((value) => value < 0n || (value & (value - 1n)) !== 0n)) return false;
  return bits.length > 2 || bits.length === values.length || bits.includes(4n);
}
