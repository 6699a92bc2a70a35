import { BtfError } from './btf-error.js';
import type { Btf, BtfType } from './types.js';
import { message } from '../message.js';

/** How many types may lie one in another before we give up; libbpf's MAX_RESOLVE_DEPTH. It ends cycles too. */
export const maxDepth = 32;

/** The type of an id; throws {@link BtfError} for an id that does not exist. */
export function typeAt(btf: Btf, id: number): BtfType {
  const type = btf.types[id];
  if (!type) throw new BtfError(message`read BTF: no type ${id}, there are ${btf.types.length}`);
  return type;
}
