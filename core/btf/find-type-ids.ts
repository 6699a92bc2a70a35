import { message } from '../message.js';
import { byteReader } from '../bytes.js';
import { BtfError, failBtf } from './btf-error.js';
import { kindNames } from './constants.js';
import { indexBtfNames } from './index-names.js';
import { readBtfHeader } from './read-header.js';
import { extraSize } from './read-type.js';

/** Kinds whose ids are looked for. */
export type NamedTypeKind = 'func' | 'typedef' | 'struct';

/**
 * Finds types by kind and name in a BTF that goes on from no other, without reading the 150,000 of a kernel into values.
 * Throws {@link BtfError}.
 */
export function typeIdFinder(bytes: Uint8Array): (kind: NamedTypeKind, name: string) => number | undefined {
  const { offsetsOf } = indexBtfNames(bytes);
  const ids = idsByName(bytes);
  return (kind, name) =>
    offsetsOf(name)
      .map((offset) => ids[kind].get(offset))
      .find((id) => id !== undefined);
}

/** Ids by the place of the name in the strings. */
function idsByName(bytes: Uint8Array): Readonly<Record<NamedTypeKind, ReadonlyMap<number, number>>> {
  const { typesOffset, typesSize, littleEndian } = readBtfHeader(bytes);
  const end = typesOffset + typesSize;
  const reader = byteReader(bytes.subarray(0, end), littleEndian, failBtf);
  const ids = {
    func: new Map<number, number>(),
    typedef: new Map<number, number>(),
    struct: new Map<number, number>(),
  };
  for (let at = typesOffset, id = 1; at < end; id++) {
    const info = reader.u32(at + 4);
    const kind = kindNames[(info >>> 24) & 0x1f];
    if (!kind || kind === 'void') throw new BtfError(message`read BTF: offset ${at}: a type of unknown kind`);
    if (kind === 'func' || kind === 'typedef' || kind === 'struct') ids[kind].set(reader.u32(at), id);
    at += 12 + extraSize(kind, info & 0xffff);
  }
  return ids;
}
