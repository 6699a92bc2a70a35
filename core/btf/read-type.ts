import type { ByteReader } from '../bytes.js';
import type { StringAt } from '../string-table.js';
import { failBtf } from './btf-error.js';
import { kindNames } from './constants.js';
import type { BtfMember, BtfType } from './types.js';
import { message } from '../message.js';

/** Where a type stands and what its struct btf_type says. */
interface Entry {
  readonly reader: ByteReader;
  readonly stringAt: StringAt;
  readonly id: number;
  readonly name: string;
  /** `vlen`: how many members, values, parameters or variables follow. */
  readonly count: number;
  readonly flag: boolean;
  readonly sizeOrType: number;
  /** Offset of what follows the struct btf_type. */
  readonly at: number;
}

/** Reads the type at offset `at`; `next` is the offset of the one after it. Throws {@link BtfError}. */
export function readType(
  reader: ByteReader,
  at: number,
  id: number,
  stringAt: StringAt,
): { readonly type: BtfType; readonly next: number } {
  const info = reader.u32(at + 4);
  const kind = kindNames[(info >>> 24) & 0x1f];
  if (!kind || kind === 'void')
    throw failBtf(message`offset ${at}: type ${id} is of unknown kind ${(info >>> 24) & 0x1f}`);
  const entry: Entry = {
    reader,
    stringAt,
    id,
    name: stringAt(reader.u32(at)),
    count: info & 0xffff,
    flag: info >>> 31 === 1,
    sizeOrType: reader.u32(at + 8),
    at: at + 12,
  };
  return { type: readKind(kind, entry), next: entry.at + extraSize(kind, entry.count) };
}

type Kind = Exclude<BtfType['kind'], 'void'>;

/** Bytes that follow the struct btf_type. */
export function extraSize(kind: Exclude<BtfType['kind'], 'void'>, count: number): number {
  switch (kind) {
    case 'int':
    case 'var':
    case 'decl_tag':
      return 4;
    case 'array':
      return 12;
    case 'struct':
    case 'union':
    case 'datasec':
    case 'enum64':
      return 12 * count;
    case 'enum':
    case 'func_proto':
      return 8 * count;
    default:
      return 0;
  }
}

function readKind(kind: Kind, entry: Entry): BtfType {
  const { reader, id, name, at, sizeOrType } = entry;
  switch (kind) {
    case 'int':
      return readInt(entry);
    case 'float':
      return { kind, id, name, size: sizeOrType };
    case 'ptr':
      return { kind, id, typeId: sizeOrType };
    case 'array':
      return {
        kind,
        id,
        elementTypeId: reader.u32(at),
        indexTypeId: reader.u32(at + 4),
        length: reader.u32(at + 8),
      };
    case 'struct':
    case 'union':
      return { kind, id, name, size: sizeOrType, members: readMembers(entry) };
    case 'enum':
    case 'enum64':
      return readEnum(kind, entry);
    case 'fwd':
      return { kind, id, name, union: entry.flag };
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      return { kind, id, name, typeId: sizeOrType };
    case 'func':
      return { kind, id, name, typeId: sizeOrType, linkage: linkage(entry, entry.count) };
    case 'func_proto':
      return { kind, id, returnTypeId: sizeOrType, parameters: readParameters(entry) };
    case 'var':
      return { kind, id, name, typeId: sizeOrType, linkage: linkage(entry, reader.u32(at)) };
    case 'datasec':
      return { kind, id, name, size: sizeOrType, variables: readVariables(entry) };
    case 'decl_tag':
      return { kind, id, name, typeId: sizeOrType, componentIndex: reader.i32(at) };
    default:
      return kind satisfies never;
  }
}

function readInt({ reader, id, name, sizeOrType, at }: Entry): BtfType {
  const data = reader.u32(at);
  const encoding = (data >>> 24) & 0xf;
  return {
    kind: 'int',
    id,
    name,
    size: sizeOrType,
    bits: data & 0xff,
    bitOffset: (data >>> 16) & 0xff,
    encoding: { signed: (encoding & 1) !== 0, char: (encoding & 2) !== 0, bool: (encoding & 4) !== 0 },
  };
}

function readMembers(entry: Entry): BtfMember[] {
  const { reader, stringAt, flag } = entry;
  return each(entry, 12, (at) => {
    const offset = reader.u32(at + 8);
    return {
      name: stringAt(reader.u32(at)),
      typeId: reader.u32(at + 4),
      // With kind_flag the width of a bit field shares the number with its offset.
      bitOffset: flag ? offset & 0xff_ffff : offset,
      bitSize: flag ? offset >>> 24 : 0,
    };
  });
}

function readEnum(kind: 'enum' | 'enum64', entry: Entry): BtfType {
  const { reader, stringAt, id, name, sizeOrType: size, flag: signed } = entry;
  if (kind === 'enum') {
    const value = signed ? reader.i32 : reader.u32;
    return {
      kind,
      id,
      name,
      size,
      signed,
      values: each(entry, 8, (at) => ({ name: stringAt(reader.u32(at)), value: value(at + 4) })),
    };
  }
  return {
    kind,
    id,
    name,
    size,
    signed,
    values: each(entry, 12, (at) => {
      const bits = (BigInt(reader.u32(at + 8)) << 32n) | BigInt(reader.u32(at + 4));
      return { name: stringAt(reader.u32(at)), value: signed ? BigInt.asIntN(64, bits) : bits };
    }),
  };
}

function readParameters(entry: Entry): { name: string; typeId: number }[] {
  const { reader, stringAt } = entry;
  return each(entry, 8, (at) => ({ name: stringAt(reader.u32(at)), typeId: reader.u32(at + 4) }));
}

function readVariables(entry: Entry): { typeId: number; offset: number; size: number }[] {
  const { reader } = entry;
  return each(entry, 12, (at) => ({
    typeId: reader.u32(at),
    offset: reader.u32(at + 4),
    size: reader.u32(at + 8),
  }));
}

function linkage({ at, id }: Entry, value: number): 'static' | 'global' | 'extern' {
  const name = (['static', 'global', 'extern'] as const)[value];
  if (!name) throw failBtf(message`offset ${at}: type ${id} has unknown linkage ${value}`);
  return name;
}

/** Reads `count` records of `size` bytes each. */
function each<T>({ at, count }: Entry, size: number, read: (at: number) => T): T[] {
  const records: T[] = [];
  for (let index = 0; index < count; index++) records.push(read(at + index * size));
  return records;
}
