import { budget } from '../budget.js';
import { BtfError } from '../btf/btf-error.js';
import { skipQualifiers } from '../btf/resolve.js';
import { sizeOf } from '../btf/size-of.js';
import { maxDepth } from '../btf/type-at.js';
import { typeName } from '../btf/type-name.js';
import type { Btf, BtfMember, BtfType } from '../btf/types.js';
import { bitFieldOf, bitsShape } from './bits-shape.js';
import { enumNames } from './enum-names.js';
import { applyFormat } from './apply-format.js';
import type { Field, Shape, Tail } from './types.js';
import { message } from '../message.js';

/** Types that one type may be made of, in all. Those of the kernel have some thousand. */
const maxNodes = 65_536;

/** Where in the record a type stands: its last array may be `cut` only in structs, as all of a union begins alike. */
type Place = 'last' | 'last-of-union' | 'inside';

/** State of making one shape. */
interface Making {
  readonly btf: Btf;
  /** Formats by dotted path from the outermost type. */
  readonly formats: ReadonlyMap<string, string>;
  readonly spend: (amount: number) => void;
}

/**
 * The shape of a BTF type, with the formats of its members applied: keys are dotted paths, `address.port`. `whole` is
 * for values that never come cut short: those of maps and variables.
 * Throws {@link BtfError} for members beyond their struct's end and for types that nest without end, and the errors
 * of {@link applyFormat}.
 */
export function shapeOf(
  btf: Btf,
  typeId: number,
  formats: ReadonlyMap<string, string> = new Map(),
  { whole = false } = {},
): Shape {
  const spend = budget(
    maxNodes,
    () => new BtfError(message`describe type ${typeId}: made of more than ${maxNodes} types`),
  );
  return makeShape({ btf, formats, spend }, typeId, '', whole ? 'last-of-union' : 'last', 0);
}

function makeShape(making: Making, typeId: number, path: string, place: Place, depth: number): Shape {
  const { btf } = making;
  making.spend(1);
  if (depth > maxDepth)
    throw new BtfError(message`describe type ${typeId}: more than ${maxDepth} types lie one in another`);
  const type = skipQualifiers(btf, typeId);
  switch (type.kind) {
    case 'int':
      return intShape(type);
    case 'float':
      return type.size === 4 || type.size === 8
        ? { kind: 'float', size: type.size }
        : { kind: 'bytes', size: type.size };
    case 'ptr':
      return { kind: 'pointer', size: 8 };
    case 'enum':
    case 'enum64':
      return enumShape(type);
    case 'array':
      return arrayShape(making, type, path, place, depth);
    case 'struct':
    case 'union':
      return {
        kind: 'record',
        size: type.size,
        name: type.name,
        type: typeName(btf, type.id),
        fields: type.members.flatMap((member, index) => {
          const isLast = type.kind === 'union' || index === type.members.length - 1;
          return makeFields(making, type, member, path, isLast ? placeIn(type.kind, place) : 'inside', depth);
        }),
      };
    case 'var':
    case 'decl_tag':
      return makeShape(making, type.typeId, path, place, depth + 1);
    case 'void':
    case 'fwd':
    case 'func':
    case 'func_proto':
    case 'datasec':
      return { kind: 'bytes', size: 0 };
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      throw new BtfError(message`describe type ${typeId}: ${type.kind} was not resolved`);
    default:
      return type satisfies never;
  }
}

function placeIn(kind: 'struct' | 'union', place: Place): Place {
  return kind === 'union' && place === 'last' ? 'last-of-union' : place;
}

function intShape(type: Extract<BtfType, { kind: 'int' }>): Shape {
  const { size, bits, bitOffset, encoding } = type;
  if (bits !== size * 8 || bitOffset !== 0) {
    const whole = bits > 0 && bitOffset < 8 && bitOffset + bits <= size * 8;
    return whole ? bitsShape(type, bitOffset, bits) : { kind: 'bytes', size };
  }
  if (encoding.bool) return { kind: 'bool', size };
  if (size === 1 || size === 2 || size === 4 || size === 8 || size === 16) {
    return { kind: 'integer', size, signed: encoding.signed };
  }
  return { kind: 'bytes', size };
}

function enumShape(type: Extract<BtfType, { kind: 'enum' | 'enum64' }>): Shape {
  const { size, signed } = type;
  if (size !== 1 && size !== 2 && size !== 4 && size !== 8) return { kind: 'bytes', size };
  return { kind: 'enum', size, signed, names: enumNames(type, size > 4) };
}

function arrayShape(
  making: Making,
  type: Extract<BtfType, { kind: 'array' }>,
  path: string,
  place: Place,
  depth: number,
): Shape {
  const { btf } = making;
  const stride = sizeOf(btf, type.elementTypeId);
  const size = sizeOf(btf, type.id);
  const tail = tailOf(type.length, stride, place);
  if (isChar(btf, type.elementTypeId)) return { kind: 'text', size, tail };
  const element = makeShape(making, type.elementTypeId, path, 'inside', depth + 1);
  return { kind: 'array', size, element, stride, length: stride === 0 ? 0 : type.length, tail };
}

function tailOf(length: number, stride: number, place: Place): Tail {
  if (stride === 0 || place === 'inside') return 'fixed';
  if (length === 0) return 'rest';
  return place === 'last' ? 'cut' : 'fixed';
}

/** C's own char, whatever it is called: not `unsigned char`, which is how bytes are declared. */
function isChar(btf: Btf, typeId: number): boolean {
  const type = skipQualifiers(btf, typeId);
  return type.kind === 'int' && type.size === 1 && (type.encoding.char || type.name === 'char');
}

type Container = Extract<BtfType, { kind: 'struct' | 'union' }>;

/** The field that a member is, or, of an anonymous struct or union, the fields in it. */
function makeFields(
  making: Making,
  container: Container,
  member: BtfMember,
  path: string,
  place: Place,
  depth: number,
): Field[] {
  const { btf } = making;
  const type = skipQualifiers(btf, member.typeId);
  const named = member.name === '' ? path : path === '' ? member.name : `${path}.${member.name}`;
  const bits = bitFieldOf(type, member);
  const start = bits ? bits.start : member.bitOffset;
  const offset = Math.floor(start / 8);
  const plain = bits
    ? bitsShape(bits.type, start % 8, bits.size)
    : makeShape(making, member.typeId, named, place, depth + 1);
  if (offset + plain.size > container.size) {
    throw new BtfError(
      message`describe type ${container.id}: member '${member.name}' ends at ${offset + plain.size}, its ${container.kind} at ${container.size}`,
    );
  }
  if (member.name === '') {
    if (plain.kind !== 'record') return [];
    return plain.fields.map((field) => ({ ...field, offset: offset + field.offset }));
  }
  const format = making.formats.get(named);
  const shape =
    format === undefined
      ? plain
      : applyFormat(btf, plain, format, named, processIdDistance(btf, container, offset));
  return [{ name: member.name, offset, shape, type: typeName(btf, member.typeId) }];
}

/** How far from `offset` the record keeps the id of its process. */
function processIdDistance(btf: Btf, { members }: Container, offset: number): number | undefined {
  for (const name of ['tgid', 'pid']) {
    const member = members.find((each) => each.name === name);
    if (!member || member.bitSize !== 0 || member.bitOffset % 8 !== 0) continue;
    const type = skipQualifiers(btf, member.typeId);
    if (type.kind === 'int' && type.size === 4) return member.bitOffset / 8 - offset;
  }
  return undefined;
}
