import { BtfError } from './btf-error.js';
import { maxDepth, typeAt } from './type-at.js';
import type { Btf, BtfType } from './types.js';
import { message } from '../message.js';

/**
 * The type behind typedefs, const, volatile, restrict and type tags.
 * Throws {@link BtfError} for an unknown id and for more than {@link maxDepth} of them, as in a cycle.
 */
export function skipQualifiers(btf: Btf, id: number): BtfType {
  let type = typeAt(btf, id);
  for (let depth = 0; depth <= maxDepth; depth++) {
    switch (type.kind) {
      case 'typedef':
      case 'const':
      case 'volatile':
      case 'restrict':
      case 'type_tag':
        type = typeAt(btf, type.typeId);
        break;
      default:
        return type;
    }
  }
  throw new BtfError(message`resolve type ${id}: more than ${maxDepth} typedefs and qualifiers`);
}
