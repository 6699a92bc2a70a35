import { commentText, propertyKey, quote, typeIdentifier } from './identifiers.js';
import { formats } from '../../core/record/formats.js';
import type { ArrayShape, EnumNames, FormattedShape, RecordShape, Shape } from '../../core/record/types.js';

/**
 * How integers that a double does not hold are written: `number` in JSON, `bigint` in the library; `Wide` within a
 * declaration, which takes either.
 */
export type WideType = 'number' | 'bigint' | 'Wide';

/** A type of its own in the file. */
export type Declaration =
  | {
      readonly kind: 'interface';
      readonly name: string;
      /** `<Wide = number>` where it has such integers in it, else empty. */
      readonly parameters: string;
      readonly about: string;
      readonly fields: readonly FieldText[];
    }
  | {
      readonly kind: 'alias';
      readonly name: string;
      readonly parameters: string;
      readonly about: string;
      readonly type: string;
    };

/** A property, as texts of TypeScript. */
export interface FieldText {
  readonly key: string;
  readonly type: string;
  /** Its type in C, and what JSON makes of it where that is not plain. */
  readonly about: string;
}

/** A longer array is `T[]`: nobody reads a tuple of so many. */
const longestTuple = 16;

/**
 * Collects the types of a file: structs, unions and enums that have a name in C become declarations, each once, in the
 * order in which they are needed. Names that are taken get a number.
 */
export class Declarations {
  readonly #made: Declaration[] = [];
  /** Name by what is declared, so that the same is declared once. */
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken);
  }

  get all(): readonly Declaration[] {
    return this.#made;
  }

  /** A shape as a type of TypeScript. */
  textOf(shape: Shape, wide: WideType = 'number'): string {
    switch (shape.kind) {
      case 'integer':
        return isWide(shape) ? wide : 'number';
      case 'bits':
        if (shape.bool) return 'boolean';
        return shape.names
          ? this.#enumText(shape.names, holdsWide(shape), wide)
          : isWide(shape)
            ? wide
            : 'number';
      case 'bool':
        return 'boolean';
      case 'float':
        return "number | 'NaN' | 'Infinity' | '-Infinity'";
      case 'pointer':
        return hexNumber;
      case 'bytes':
        return shape.size === 0 ? 'null' : hexNumber;
      case 'text':
        return 'string';
      case 'formatted':
        return this.#formattedText(shape, wide);
      case 'enum':
        return this.#enumText(shape.names, holdsWide(shape), wide);
      case 'array':
        return this.#arrayText(shape, wide);
      case 'record':
        return this.#recordText(shape, wide);
      default:
        return shape satisfies never;
    }
  }

  /** The properties of a record. Of two of one name JSON.parse keeps the last. */
  fieldsOf({ fields }: RecordShape, wide: WideType = 'number'): readonly FieldText[] {
    const last = new Map(fields.map((field) => [field.name, field]));
    return [...last.values()].map(({ name, type, shape }) => ({
      key: propertyKey(name),
      type: this.textOf(shape, wide),
      about: commentText(
        `\`${type}\`${wide !== 'bigint' && isWide(shape) ? '; JSON.parse rounds it above 2^53' : ''}`,
      ),
    }));
  }

  #formattedText({ format, inner }: FormattedShape, wide: WideType): string {
    const { gives } = formats[format];
    if (gives === 'text') return 'string';
    if (gives === 'value' || inner.kind === 'bytes') return this.textOf(inner, wide);
    return inner.kind === 'array' || inner.kind === 'text' ? 'string' : hexNumber;
  }

  #enumText({ name: cName, byValue, flags }: EnumNames, isLarge: boolean, wide: WideType): string {
    const names = [...byValue.values()].map(quote).join(' | ');
    const several = flags ? ` | \`\${${names}}|\${string}\`` : '';
    const textWith = (number: string): string => (names === '' ? number : `${names}${several} | ${number}`);
    if (cName === '' || names === '') return textWith(isLarge ? wide : 'number');
    const text = textWith(isLarge ? 'Wide' : 'number');
    const name = this.#declare(cName, `alias ${cName} ${text}`, (name) => ({
      kind: 'alias',
      name,
      parameters: isLarge ? parameters : '',
      about: commentText(`\`enum ${cName}\`; a value without a name is its number`),
      type: text,
    }));
    return isLarge ? withWide(name, wide) : name;
  }

  #arrayText({ element, length, tail }: ArrayShape, wide: WideType): string {
    const text = this.textOf(element, wide);
    if (tail !== 'fixed' || length > longestTuple) return / \|/.test(text) ? `(${text})[]` : `${text}[]`;
    return `[${Array.from({ length }, () => text).join(', ')}]`;
  }

  #recordText(shape: RecordShape, wide: WideType): string {
    const isLarge = holdsWide(shape);
    const fields = this.fieldsOf(shape, shape.name === '' ? wide : 'Wide');
    const body = `{ ${fields.map(({ key, type }) => `${key}: ${type}`).join('; ')} }`;
    if (shape.name === '') return fields.length === 0 ? 'Record<string, never>' : body;
    const name = this.#declare(shape.name, `interface ${shape.name} ${body}`, (name) => ({
      kind: 'interface',
      name,
      parameters: isLarge ? parameters : '',
      about: commentText(`\`${shape.type}\`, ${shape.size} bytes`),
      fields,
    }));
    return isLarge ? withWide(name, wide) : name;
  }

  #declare(cName: string, what: string, make: (name: string) => Declaration): string {
    const known = this.#names.get(what);
    if (known !== undefined) return known;
    const plain = typeIdentifier(cName);
    let name = plain;
    for (let count = 2; this.#taken.has(name); count++) name = `${plain}${count}`;
    this.#taken.add(name);
    this.#names.set(what, name);
    this.#made.push(make(name));
    return name;
  }
}

const hexNumber = '`0x${string}`';
const parameters = '<Wide = number>';

// The parameter's own default says number.
const withWide = (name: string, wide: WideType): string => (wide === 'number' ? name : `${name}<${wide}>`);

/** Whether a number, or those of an array, may be ones that a double does not hold. */
function isWide(shape: Shape): boolean {
  switch (shape.kind) {
    case 'array':
      return isWide(shape.element);
    case 'formatted':
      return formats[shape.format].gives === 'value' && isWide(shape.inner);
    case 'bits':
      return shape.bitSize > 32 && !shape.bool && !shape.names;
    default:
      return shape.kind === 'integer' && shape.size > 4;
  }
}

/** Whether such a number is anywhere in it. */
function holdsWide(shape: Shape): boolean {
  switch (shape.kind) {
    case 'array':
      return holdsWide(shape.element);
    case 'record':
      return shape.fields.some((field) => holdsWide(field.shape));
    case 'enum':
      return shape.size > 4;
    case 'bits':
      return shape.bitSize > 32 && !shape.bool;
    default:
      return isWide(shape);
  }
}
