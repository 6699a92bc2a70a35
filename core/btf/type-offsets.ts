import { byteReader } from '../bytes.js';
import { failBtf } from './btf-error.js';
import { readBtfHeader } from './read-header.js';
import { readType } from './read-type.js';

/** Where each type begins in a BTF blob, by its id; that of 0, which is void, is 0. Throws {@link BtfError}. */
export function typeOffsets(bytes: Uint8Array): readonly number[] {
  const { typesOffset, typesSize, littleEndian } = readBtfHeader(bytes);
  const end = typesOffset + typesSize;
  const reader = byteReader(bytes.subarray(0, end), littleEndian, failBtf);
  const offsets = [0];
  for (let at = typesOffset; at < end; at = readType(reader, at, offsets.length - 1, () => '').next) {
    offsets.push(at);
  }
  return offsets;
}
