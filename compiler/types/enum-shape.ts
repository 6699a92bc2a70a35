import type { BtfType } from '../../core/btf/types.js';
import type { EnumShape } from './types.js';

type BtfEnum = Extract<BtfType, { readonly kind: 'enum' | 'enum64' }>;

/** An enum's names as tsecli prints them: of two equal values the first; the rest is about the place. */
export function enumShape(
  type: BtfEnum,
  { size, bits, wide }: Pick<EnumShape, 'size' | 'bits' | 'wide'>,
): EnumShape {
  const names = new Map<bigint, string>();
  for (const { name, value } of type.values) {
    if (!names.has(BigInt(value))) names.set(BigInt(value), name);
  }
  const flags = areFlags([...names.keys()]);
  return { kind: 'enum', size, name: type.name, names: [...names.values()], flags, bits, wide };
}

/** Whether values are meant to be or-ed: all but 0 are single bits, at least two of them, and they are not 0, 1, 2. */
function areFlags(values: readonly bigint[]): boolean {
  const bits = values.filter((value) => value !== 0n);
  if (bits.length < 2 || bits.some((value) => value < 0n || (value & (value - 1n)) !== 0n)) return false;
  return bits.length > 2 || bits.length === values.length || bits.includes(4n);
}
