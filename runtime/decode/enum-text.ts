import type { EnumNames } from '../../core/record/types.js';

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
