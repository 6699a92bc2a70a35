import type { BtfType } from '../../core/btf/types.js';
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

/** A value by name; flags as `A|B`, bits without a name in hex behind them. Undefined for what has no name at all. */
export function enumText(names: EnumNames, value: number | bigint): string | undefined {
  const name = names.byValue.get(value);
  if (name !== undefined || !names.flags || value === 0 || value === 0n) return name;
  return flagsText(names, BigInt(value));
}

function flagsText({ byValue }: EnumNames, value: bigint): string | undefined {
  const parts: string[] = [];
  let left = BigInt.asUintN(64, value);
  for (const [key, name] of byValue) {
    const bit = BigInt(key);
    if (bit === 0n || (left & bit) !== bit) continue;
    parts.push(name);
    left &= ~bit;
  }
  if (parts.length === 0) return undefined;
  if (left !== 0n) parts.push(`0x${left.toString(16)}`);
  return parts.join('|');
}
