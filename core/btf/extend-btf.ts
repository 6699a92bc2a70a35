import { concatBytes, writeU32 } from '../bytes.js';
import { readBtfHeader } from './read-header.js';

/** What is put behind what a BTF blob has. */
export interface BtfExtension {
  /** Types as they stand in the blob, in its byte order. */
  readonly types?: Uint8Array;
  /** A string; its offset is the old size of the strings. */
  readonly text?: string;
}

/**
 * A copy of a BTF blob with more types and a string: what is there keeps its ids and offsets. The kernel takes no gaps
 * and no other order than header, types, strings. Throws {@link BtfError} for bytes that are no BTF.
 */
export function extendBtf(btf: Uint8Array, { types = new Uint8Array(), text }: BtfExtension): Uint8Array {
  const header = readBtfHeader(btf);
  const part = (offset: number, size: number) => btf.subarray(offset, offset + size);
  const allTypes = concatBytes(part(header.typesOffset, header.typesSize), types);
  const added = text === undefined ? new Uint8Array() : new TextEncoder().encode(`${text}\0`);
  const strings = concatBytes(part(header.stringsOffset, header.stringsSize), added);
  const grown = concatBytes(part(0, header.headerSize), allTypes, strings);
  // type_off, type_len, str_off and str_len of a struct btf_header.
  const words = [0, allTypes.length, allTypes.length, strings.length];
  words.forEach((word, index) => writeU32(grown, 8 + index * 4, word, header.littleEndian));
  return grown;
}
