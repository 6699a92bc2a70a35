import { skipQualifiers } from '../../core/btf/resolve.js';
import type { Btf } from '../../core/btf/types.js';
import { enumShape } from './enum-shape.js';
import type { Shape } from './types.js';

const isNumber = ({ kind }: Shape): boolean => kind === 'integer' || kind === 'bits';
const isAddress = (shape: Shape): boolean =>
  (shape.kind === 'hex' && shape.pointer) || (shape.kind === 'integer' && shape.size === 8);
const isWhole = (shape: Shape, size: number): boolean => {
  if (shape.kind === 'bits' || (shape.kind === 'enum' && shape.bits)) return false;
  return shape.size === size && !('open' in shape && shape.open);
};
const asText = ({ size }: Shape): Shape => ({ kind: 'formatted', size });
const asItIs = (shape: Shape): Shape => shape;

/** What a word makes of a shape; undefined where it does not fit. */
type Format = (shape: Shape) => Shape | undefined;

const when =
  (fits: (shape: Shape) => boolean, become: (shape: Shape) => Shape): Format =>
  (shape) =>
    fits(shape) ? become(shape) : undefined;

/** The words of `@format`, as tsecli shows them in JSON. */
const formats: Readonly<Record<string, Format>> = {
  ipv4: when((shape) => isWhole(shape, 4), asText),
  ipv6: when((shape) => isWhole(shape, 16), asText),
  mac: when((shape) => isWhole(shape, 6), asText),
  port_be: when((shape) => shape.kind === 'integer' && (shape.size === 2 || shape.size === 4), asItIs),
  errno: when(isNumber, asText),
  signal: when(isNumber, asText),
  ns: when(isNumber, asItIs),
  us: when(isNumber, asItIs),
  bytes: when(isNumber, asItIs),
  hex: inHex,
  ksym: when(isAddress, asText),
  usym: when(isAddress, asText),
};

/**
 * A shape with a `@format` word on it; what does not fit an array goes to its elements. One that fits nothing leaves the
 * shape as it is: such a package tsecli refuses.
 */
export function applyFormat(btf: Btf, shape: Shape, word: string): Shape {
  const format = Object.hasOwn(formats, word) ? formats[word] : undefined;
  const formatted = format ? format(shape) : withNames(btf, shape, word.replace(/^enum\s+/, ''));
  if (formatted) return formatted;
  return shape.kind === 'array' ? { ...shape, element: applyFormat(btf, shape.element, word) } : shape;
}

function inHex(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case 'integer':
    case 'bits':
      return { kind: 'hex', size: shape.size, pointer: false };
    case 'hex':
      return shape;
    case 'text':
      return asText(shape);
    case 'array':
      return shape.element.kind === 'integer' && shape.element.size === 1 ? asText(shape) : undefined;
    default:
      return undefined;
  }
}

function withNames(btf: Btf, shape: Shape, name: string): Shape | undefined {
  const isNumeric = shape.kind === 'integer' || shape.kind === 'bits' || shape.kind === 'enum';
  if (!isNumeric || shape.size === 16) return undefined;
  for (const type of btf.types) {
    if (!('name' in type) || type.name !== name) continue;
    const found = type.kind === 'typedef' ? skipQualifiers(btf, type.id) : type;
    if (found.kind !== 'enum' && found.kind !== 'enum64') continue;
    const wide = shape.kind === 'integer' ? shape.size > 4 : shape.wide;
    return enumShape(found, { size: shape.size, bits: shape.kind === 'bits', wide });
  }
  return undefined;
}
