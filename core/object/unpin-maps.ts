import { readBtfHeader } from '../btf/read-header.js';
import { failBtf } from '../btf/btf-error.js';
import { readType } from '../btf/read-type.js';
import { byteReader, writeU32 } from '../bytes.js';
import { readObject } from './read-object.js';
import type { BpfObject } from './types.js';

/** Bytes of a struct btf_type, and of a struct btf_member behind it: name, type, offset. */
const typeSize = 12;
const memberSize = 12;

/**
 * The object as it would be had none of its maps said `__uint(pinning, …)`, so that a loader pins none by itself.
 * In the definitions, the member is made another one of `type`, which a loader may read twice: nothing has to move.
 * An object without pinned maps is given back as it is.
 */
export function unpinMaps(object: BpfObject): BpfObject {
  const { elf, btf, maps } = object;
  const section = elf.sections.find(({ name }) => name === '.BTF');
  if (!btf || !section || maps.every(({ pinning }) => pinning === 0)) return object;
  const bytes = Uint8Array.from(elf.bytes);
  const { typesOffset, typesSize } = readBtfHeader(section.data);
  const reader = byteReader(section.data, elf.littleEndian, failBtf);
  const copyWord = (from: number, to: number): void =>
    writeU32(bytes, section.offset + to, reader.u32(from), elf.littleEndian);
  for (let at = typesOffset, id = 1; at < typesOffset + typesSize; id++) {
    const { type, next } = readType(reader, at, id, btf.stringAt);
    if (type.kind === 'struct' && isDefinition(type.members)) {
      const place = (name: string): number =>
        at + typeSize + memberSize * type.members.findIndex((member) => member.name === name);
      copyWord(place('type'), place('pinning'));
      copyWord(place('type') + 4, place('pinning') + 4);
    }
    at = next;
  }
  return readObject(bytes);
}

/** Whether a struct can be the definition of a pinned map. One that only looks so has no say in anything. */
function isDefinition(members: readonly { readonly name: string }[]): boolean {
  return ['type', 'pinning'].every((name) => members.some((member) => member.name === name));
}
