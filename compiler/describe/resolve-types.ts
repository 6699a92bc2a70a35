import { skipQualifiers } from '../../core/btf/resolve.js';
import { typeAt } from '../../core/btf/type-at.js';
import type { Btf, BtfType } from '../../core/btf/types.js';
import { typeText, type EventType } from '../events/event-type.js';
import { keeperPrefix } from '../events/keeper-input.js';

/** A type of the source, found in the object's BTF: what it is behind typedefs. */
export type ResolvedTypes = ReadonlyMap<string, Exclude<BtfType, { readonly kind: 'void' | 'fwd' }>>;

/**
 * Finds the kept types in an object's BTF, by `typeText`: each through its keeper function, so that another type of the
 * same name, as one function may have its own, is not taken for it. A type that is only declared is not found.
 */
export function resolveTypes(btf: Btf, kept: readonly EventType[]): ResolvedTypes {
  const found = new Map<string, Exclude<BtfType, { readonly kind: 'void' | 'fwd' }>>();
  for (const type of btf.types) {
    if (type.kind !== 'func' || !type.name.startsWith(keeperPrefix)) continue;
    const wanted = kept[Number(type.name.slice(keeperPrefix.length))];
    const target = wanted && pointedAt(btf, type.typeId);
    if (target && target.kind !== 'void' && target.kind !== 'fwd' && !isEmptyEnum(target))
      found.set(typeText(wanted), target);
  }
  return found;
}

function pointedAt(btf: Btf, prototypeId: number): BtfType | undefined {
  const prototype = typeAt(btf, prototypeId);
  const parameter = prototype.kind === 'func_proto' ? prototype.parameters[0] : undefined;
  const pointer = parameter && typeAt(btf, parameter.typeId);
  return pointer?.kind === 'ptr' ? skipQualifiers(btf, pointer.typeId) : undefined;
}

// What clang makes of `enum unknown *`.
const isEmptyEnum = (type: BtfType): boolean =>
  (type.kind === 'enum' || type.kind === 'enum64') && type.values.length === 0;
