import type { BtfType } from './types.js';

/** The largest id of a type that a type refers to directly; 0 for none. */
export function largestReference(type: BtfType): number {
  switch (type.kind) {
    case 'void':
    case 'int':
    case 'float':
    case 'fwd':
    case 'enum':
    case 'enum64':
      return 0;
    case 'ptr':
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
    case 'func':
    case 'var':
    case 'decl_tag':
      return type.typeId;
    case 'array':
      return Math.max(type.elementTypeId, type.indexTypeId);
    case 'struct':
    case 'union':
      return largest(type.members);
    case 'func_proto':
      return Math.max(type.returnTypeId, largest(type.parameters));
    case 'datasec':
      return largest(type.variables);
    default:
      return type satisfies never;
  }
}

/** A loop that makes no arrays: it runs over a whole kernel's types. */
function largest(parts: readonly { readonly typeId: number }[]): number {
  let most = 0;
  for (const { typeId } of parts) if (typeId > most) most = typeId;
  return most;
}
