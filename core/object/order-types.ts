import { orderForwards, type OtherUses } from '../btf/order-forwards.js';
import { readBtfExt } from '../btf/read-btf-ext.js';
import { readBtf } from '../btf/read-btf.js';
import { readElf } from '../elf/read-elf.js';

/**
 * Gives an object whose types stand in an order that hangs on its source alone, whatever else its compiler has read: see
 * {@link orderForwards}. The given bytes stay as they are. Throws `ElfError` and `BtfError` for what is no object.
 */
export function orderTypes(bytes: Uint8Array): Uint8Array {
  // Of a Buffer, slice() would be a view.
  const ordered = Uint8Array.from(bytes);
  const { sections } = readElf(ordered);
  const dataOf = (wanted: string): Uint8Array | undefined =>
    sections.find(({ name }) => name === wanted)?.data;
  const btf = dataOf('.BTF');
  if (!btf) return bytes;
  const ext = dataOf('.BTF.ext');
  orderForwards(btf, () => (ext ? usedBy(ext, btf) : unused));
  return ordered;
}

const unused: OtherUses = { types: new Set(), strings: new Set() };

function usedBy(ext: Uint8Array, btf: Uint8Array): OtherUses {
  const { relocatedTypes, stringOffsets } = readBtfExt(ext, readBtf(btf));
  return { types: new Set(relocatedTypes), strings: new Set(stringOffsets) };
}
