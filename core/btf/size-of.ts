import { BtfError } from './btf-error.js';
import { maxDepth, typeAt } from './type-at.js';
import type { Btf } from './types.js';
import { message } from '../message.js';

/** Pointers of BPF are 64 bits wide, wherever the program runs. */
const pointerSize = 8;

/**
 * Bytes that a value of a type takes in BPF memory. A variable has its type's size, a data section its own.
 * Throws {@link BtfError} for what has no size (void, functions, forward declarations), for a cycle, and for sizes
 * beyond 2^53 - 1.
 */
export function sizeOf(btf: Btf, id: number): number {
  let at = id;
  let count = 1;
  for (let depth = 0; depth <= maxDepth; depth++) {
    const type = typeAt(btf, at);
    switch (type.kind) {
      case 'int':
      case 'float':
      case 'struct':
      case 'union':
      case 'enum':
      case 'enum64':
      case 'datasec':
        return checkSize(id, count * type.size);
      case 'ptr':
        return checkSize(id, count * pointerSize);
      case 'array':
        count *= type.length;
        at = type.elementTypeId;
        break;
      case 'typedef':
      case 'const':
      case 'volatile':
      case 'restrict':
      case 'type_tag':
      case 'var':
      case 'decl_tag':
        at = type.typeId;
        break;
      case 'void':
      case 'fwd':
      case 'func':
      case 'func_proto':
        throw new BtfError(message`size type ${id}: ${type.kind} has no size`);
      default:
        return type satisfies never;
    }
  }
  throw new BtfError(message`size type ${id}: more than ${maxDepth} types lie one in another`);
}

function checkSize(id: number, size: number): number {
  if (!Number.isSafeInteger(size)) throw new BtfError(message`size type ${id}: ${size} bytes`);
  return size;
}
