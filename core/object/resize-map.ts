import { BtfError } from '../btf/btf-error.js';
import { extendBtf } from '../btf/extend-btf.js';
import { readBtf } from '../btf/read-btf.js';
import { skipQualifiers } from '../btf/resolve.js';
import { typeAt } from '../btf/type-at.js';
import { typeOffsets } from '../btf/type-offsets.js';
import type { Btf, BtfMember, BtfType } from '../btf/types.js';
import { concatBytes, writeU32 } from '../bytes.js';
import { ElfError } from '../elf/elf-error.js';
import { readElf } from '../elf/read-elf.js';
import { replaceSection } from '../elf/replace-section.js';
import { message } from '../message.js';

/** Bytes of a struct btf_type, and of a struct btf_member (linux/btf.h). */
const typeSize = 12;
const memberSize = 12;

/**
 * The object as if its source had said `__uint(max_entries, size)` for a map of SEC(".maps"); the given bytes stay as
 * they are. Types may be shared: those of the definition are copied, so that no other map changes.
 * Throws {@link ElfError} where there is no such map, {@link BtfError} for a definition that is none.
 */
export function resizeMap(bytes: Uint8Array, map: string, size: number): Uint8Array {
  const elf = readElf(bytes);
  const section = elf.sections.find(({ name }) => name === '.BTF');
  if (!section) throw new ElfError(message`resize map '${map}': the object has no BTF`);
  const btf = readBtf(section.data);
  const editing = { btf, bytes: section.data, offsets: typeOffsets(section.data), map };
  const variable = findVariable(btf, map);
  const struct = skipQualifiers(btf, variable.typeId);
  if (struct.kind !== 'struct')
    throw new BtfError(message`resize map '${map}': its definition is not a struct`);
  const changed = withSize(editing, struct, size);
  // The number of types is that of the first one that is added: number, pointer to it, struct.
  writeU32(changed, (editing.offsets[variable.id] ?? 0) + 8, btf.types.length + 2, btf.littleEndian);
  return replaceSection(bytes, elf, section, changed);
}

interface Editing {
  readonly btf: Btf;
  readonly bytes: Uint8Array;
  readonly offsets: readonly number[];
  readonly map: string;
}

type Struct = Extract<BtfType, { readonly members: readonly BtfMember[] }>;

function findVariable(btf: Btf, map: string): Extract<BtfType, { readonly kind: 'var' }> {
  for (const type of btf.types) {
    if (type.kind !== 'datasec' || type.name !== '.maps') continue;
    for (const { typeId } of type.variables) {
      const variable = typeAt(btf, typeId);
      if (variable.kind === 'var' && variable.name === map) return variable;
    }
  }
  throw new ElfError(message`resize map '${map}': the object has no such map`);
}

/** The BTF with three types more: an array as long as the number, a pointer to it, and the struct that has it. */
function withSize(editing: Editing, struct: Struct, size: number): Uint8Array {
  const { btf } = editing;
  const { littleEndian } = btf;
  const { pointer, array } = findNumber(editing, struct);
  const newArray = copyType(editing, array, typeSize + 12);
  // nelems is the last word of a struct btf_array.
  writeU32(newArray, typeSize + 8, size, littleEndian);
  const newPointer = copyType(editing, pointer, typeSize);
  writeU32(newPointer, 8, btf.types.length, littleEndian);
  const index = struct.members.findIndex(isSize);
  const old = copyType(editing, struct.id, typeSize + struct.members.length * memberSize);
  const newStruct = index < 0 ? withMember(editing, old, struct) : old;
  const member = typeSize + (index < 0 ? struct.members.length : index) * memberSize;
  writeU32(newStruct, member + 4, btf.types.length + 1, littleEndian);
  return extendBtf(editing.bytes, {
    types: concatBytes(newArray, newPointer, newStruct),
    ...(index < 0 ? { text: 'max_entries' } : {}),
  });
}

const isSize = ({ name }: BtfMember): boolean => name === 'max_entries';

/** A number made by __uint(): that of the size, or another one of the definition to make the first from. */
function findNumber(
  { btf, map }: Editing,
  { members }: Struct,
): { readonly pointer: number; readonly array: number } {
  const sizes = members.filter(isSize);
  for (const { typeId } of sizes.length > 0 ? sizes : members) {
    const pointer = skipQualifiers(btf, typeId);
    const array = pointer.kind === 'ptr' ? skipQualifiers(btf, pointer.typeId) : undefined;
    if (array?.kind === 'array') return { pointer: pointer.id, array: array.id };
  }
  throw new BtfError(message`resize map '${map}': its definition has no number`);
}

function copyType({ bytes, offsets }: Editing, id: number, size: number): Uint8Array {
  const at = offsets[id] ?? 0;
  // Not slice(): of a Buffer, which the bytes may be, that is no copy.
  return new Uint8Array(bytes.subarray(at, at + size));
}

/** A struct with one member more, its name the string that comes next. It may lie upon the last: none is ever read. */
function withMember({ btf }: Editing, struct: Uint8Array, { members }: Struct): Uint8Array {
  const last = new Uint8Array(struct.subarray(typeSize + (members.length - 1) * memberSize));
  writeU32(last, 0, btf.stringsSize, btf.littleEndian);
  const grown = concatBytes(struct, last);
  // vlen is the lower half of `info`.
  const view = new DataView(grown.buffer);
  view.setUint32(4, view.getUint32(4, btf.littleEndian) + 1, btf.littleEndian);
  return grown;
}
