import { BtfError } from '../btf/btf-error.js';
import { skipQualifiers } from '../btf/resolve.js';
import { sizeOf } from '../btf/size-of.js';
import { typeAt } from '../btf/type-at.js';
import type { Btf, BtfMember, BtfType } from '../btf/types.js';
import type { ObjectMap } from './types.js';
import { message } from '../message.js';

type Definition = Omit<ObjectMap, 'name'>;

/**
 * The maps that an object defines in SEC(".maps"), as libbpf reads them (parse_btf_map_def): members made by
 * __uint() are pointers to arrays whose length is the number, those made by __type() point to the type.
 * Throws {@link BtfError} for a definition that is none.
 */
export function readMaps(btf: Btf): ObjectMap[] {
  const known = new Map<number, Definition>();
  return btf.types
    .flatMap((type) => (type.kind === 'datasec' && type.name === '.maps' ? type.variables : []))
    .map(({ typeId }) => {
      const variable = typeAt(btf, typeId);
      if (variable.kind !== 'var')
        throw new BtfError(message`read maps: type ${typeId} in .maps is not a variable`);
      const struct = skipQualifiers(btf, variable.typeId);
      const definition = known.get(struct.id) ?? readDefinition(btf, variable.name, struct);
      known.set(struct.id, definition);
      return { name: variable.name, ...definition };
    });
}

function readDefinition(btf: Btf, name: string, struct: BtfType): Definition {
  if (struct.kind !== 'struct')
    throw new BtfError(message`read map '${name}': its definition is not a struct`);
  const members = new Map(struct.members.map((member) => [member.name, member]));
  const number = (member: string) => readNumber(btf, name, members.get(member));
  const key = readPointed(btf, name, members.get('key'));
  const value = readPointed(btf, name, members.get('value'));
  return {
    type: number('type') ?? 0,
    keySize: key?.size ?? number('key_size') ?? 0,
    // The values of a map of maps are file descriptors to user space, whatever `values` describes.
    valueSize: value?.size ?? number('value_size') ?? (members.has('values') ? 4 : 0),
    maxEntries: number('max_entries') ?? 0,
    flags: number('map_flags') ?? 0,
    keyTypeId: key?.typeId,
    valueTypeId: value?.typeId,
    pinning: number('pinning') ?? 0,
  };
}

function readNumber(btf: Btf, map: string, member: BtfMember | undefined): number | undefined {
  if (!member) return undefined;
  const type = skipQualifiers(btf, member.typeId);
  // __ulong() of libbpf 1.4 makes an enum with the one value.
  if (type.kind === 'enum' && type.values[0]) return type.values[0].value;
  const array = type.kind === 'ptr' ? skipQualifiers(btf, type.typeId) : undefined;
  if (array?.kind !== 'array')
    throw new BtfError(message`read map '${map}': member '${member.name}' is not a number`);
  return array.length;
}

function readPointed(
  btf: Btf,
  map: string,
  member: BtfMember | undefined,
): { readonly typeId: number; readonly size: number } | undefined {
  if (!member) return undefined;
  const type = skipQualifiers(btf, member.typeId);
  if (type.kind !== 'ptr')
    throw new BtfError(message`read map '${map}': member '${member.name}' is not a pointer`);
  return { typeId: type.typeId, size: sizeOf(btf, type.typeId) };
}
