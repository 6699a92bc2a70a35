import { BtfError } from '../../core/btf/btf-error.js';
import { skipQualifiers } from '../../core/btf/resolve.js';
import { sizeOf } from '../../core/btf/size-of.js';
import { maxDepth } from '../../core/btf/type-at.js';
import { typeName } from '../../core/btf/type-name.js';
import type { Btf, BtfMember, BtfType } from '../../core/btf/types.js';
import { budget } from '../../core/budget.js';
import { applyFormat } from './apply-format.js';
import { enumShape } from './enum-shape.js';
import type { Field, Shape } from './types.js';
import { message } from '../../core/message.js';

/** Types that one type may be made of, in all. */
const maxNodes = 65_536;

/** Whether a record may end inside of what stands there: only the last array of a struct, outside of unions. */
type Place = 'last' | 'last-of-union' | 'inside';

interface Making {
  readonly btf: Btf;
  /** `@format` words by dotted path from the outermost type. */
  readonly formats: ReadonlyMap<string, string>;
  readonly spend: (amount: number) => void;
}

/**
 * How values of a BTF type appear in tsecli's JSON, whose decoder this follows. `whole` is for values that never come
 * cut short: those of maps and variables. Throws {@link BtfError} for types that nest without end.
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
      return type.size === 4 || type.size === 8 ? { kind: 'float', size: type.size } : bytes(type.size);
    case 'ptr':
      return { kind: 'hex', size: 8, pointer: true };
    case 'enum':
    case 'enum64':
      return [1, 2, 4, 8].includes(type.size)
        ? enumShape(type, { size: type.size, bits: false, wide: type.size > 4 })
        : bytes(type.size);
    case 'array':
      return arrayShape(making, type, path, place, depth);
    case 'struct':
    case 'union': {
      const fields = type.members.flatMap((member, index) => {
        const isLast = type.kind === 'union' || index === type.members.length - 1;
        return makeFields(making, member, path, isLast ? placeIn(type.kind, place) : 'inside', depth);
      });
      return { kind: 'record', size: type.size, name: type.name, type: typeName(btf, type.id), fields };
    }
    case 'var':
    case 'decl_tag':
      return makeShape(making, type.typeId, path, place, depth + 1);
    default:
      return { kind: 'nothing', size: 0 };
  }
}

const placeIn = (kind: 'struct' | 'union', place: Place): Place =>
  kind === 'union' && place === 'last' ? 'last-of-union' : place;

const bytes = (size: number): Shape =>
  size === 0 ? { kind: 'nothing', size } : { kind: 'hex', size, pointer: false };

function intShape({ size, bits, bitOffset, encoding }: Extract<BtfType, { kind: 'int' }>): Shape {
  if (bits !== size * 8 || bitOffset !== 0) {
    if (bits === 0 || bitOffset >= 8 || bitOffset + bits > size * 8) return bytes(size);
    return bitsShape(encoding.bool, Math.ceil((bitOffset + bits) / 8), bits);
  }
  if (encoding.bool) return { kind: 'bool', size };
  return [1, 2, 4, 8, 16].includes(size) ? { kind: 'integer', size } : bytes(size);
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
  const open = stride > 0 && type.length === 0 && place !== 'inside';
  if (isChar(btf, type.elementTypeId)) return { kind: 'text', size, open };
  const element = makeShape(making, type.elementTypeId, path, 'inside', depth + 1);
  const cut = stride > 0 && (open || place === 'last');
  const length = cut ? undefined : stride === 0 ? 0 : type.length;
  return { kind: 'array', size, element, length, open };
}

/** C's own char, whatever it is called. */
function isChar(btf: Btf, typeId: number): boolean {
  const type = skipQualifiers(btf, typeId);
  return type.kind === 'int' && type.size === 1 && (type.encoding.char || type.name === 'char');
}

function makeFields(making: Making, member: BtfMember, path: string, place: Place, depth: number): Field[] {
  const { btf, formats } = making;
  const named = member.name === '' ? path : path === '' ? member.name : `${path}.${member.name}`;
  const plain = bitField(btf, member) ?? makeShape(making, member.typeId, named, place, depth + 1);
  if (member.name === '') return plain.kind === 'record' ? [...plain.fields] : [];
  const format = formats.get(named);
  const shape = format === undefined ? plain : applyFormat(btf, plain, format);
  return [{ name: member.name, type: typeName(btf, member.typeId), shape }];
}

/** The shape of a member that is no whole number of bytes, or not at one; undefined for others. */
function bitField(btf: Btf, { typeId, bitOffset, bitSize }: BtfMember): Shape | undefined {
  const type = skipQualifiers(btf, typeId);
  if (type.kind !== 'int' && type.kind !== 'enum' && type.kind !== 'enum64') return undefined;
  const whole = type.size * 8;
  const bits = bitSize > 0 ? bitSize : type.kind === 'int' ? type.bits : whole;
  const start = bitOffset + (bitSize === 0 && type.kind === 'int' ? type.bitOffset : 0);
  if (bitSize === 0 && bits === whole && start % 8 === 0) return undefined;
  const size = Math.ceil(((start % 8) + bits) / 8);
  if (type.kind !== 'int') return enumShape(type, { size, bits: true, wide: bits > 32 });
  return bitsShape(type.encoding.bool, size, bits);
}

const bitsShape = (bool: boolean, size: number, bits: number): Shape =>
  bool ? { kind: 'bool', size } : { kind: 'bits', size, wide: bits > 32 };
