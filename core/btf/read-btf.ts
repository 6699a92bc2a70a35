import { byteReader } from '../bytes.js';
import { stringTable, type StringAt } from '../string-table.js';
import { BtfError, failBtf } from './btf-error.js';
import { readBtfHeader, type BtfHeader } from './read-header.js';
import { readType } from './read-type.js';
import { largestReference } from './references.js';
import type { Btf, BtfType } from './types.js';
import { message } from '../message.js';

/**
 * Reads BTF (Documentation/bpf/btf.rst of Linux) of either byte order: a `.BTF` section, or the kernel's
 * /sys/kernel/btf/vmlinux. For split BTF, such as a module's, `base` is the BTF that it goes on from.
 * Every id in the result refers to a type that exists. Throws {@link BtfError}.
 */
export function readBtf(bytes: Uint8Array, base?: Btf): Btf {
  const header = readBtfHeader(bytes);
  const stringAt = readStrings(bytes, header, base);
  const types = readTypes(bytes, header, stringAt, base);
  for (let id = base?.types.length ?? 1; id < types.length; id++) checkReferences(types, id);
  const stringsSize = (base?.stringsSize ?? 0) + header.stringsSize;
  return { littleEndian: header.littleEndian, types, stringAt, stringsSize };
}

function readStrings(bytes: Uint8Array, header: BtfHeader, base: Btf | undefined): StringAt {
  const { stringsOffset, stringsSize } = header;
  const own = stringTable(bytes.subarray(stringsOffset, stringsOffset + stringsSize), failBtf);
  if (!base) return (offset) => (offset === 0 ? '' : own(offset));
  const { stringAt, stringsSize: split } = base;
  return (offset) => (offset < split ? stringAt(offset) : own(offset - split));
}

function readTypes(
  bytes: Uint8Array,
  header: BtfHeader,
  stringAt: StringAt,
  base: Btf | undefined,
): BtfType[] {
  const end = header.typesOffset + header.typesSize;
  const reader = byteReader(bytes.subarray(0, end), header.littleEndian, failBtf);
  const types: BtfType[] = base ? [...base.types] : [{ kind: 'void', id: 0 }];
  for (let at = header.typesOffset; at < end;) {
    const read = readType(reader, at, types.length, stringAt);
    types.push(read.type);
    at = read.next;
  }
  return types;
}

function checkReferences(types: readonly BtfType[], id: number): void {
  const type = types[id];
  if (!type) return;
  const reference = largestReference(type);
  if (reference >= types.length) {
    throw new BtfError(message`read BTF: type ${id} refers to type ${reference}, there are ${types.length}`);
  }
}
