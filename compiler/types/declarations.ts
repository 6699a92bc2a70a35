import { commentText, propertyKey, quote, typeIdentifier } from './identifiers.js';
import type { ArrayShape, EnumShape, RecordShape, Shape } from './types.js';

/** A type of its own in the file. */
export type Declaration =
  | {
      readonly kind: 'interface';
      readonly name: string;
      readonly about: string;
      readonly fields: readonly FieldText[];
    }
  | { readonly kind: 'alias'; readonly name: string; readonly about: string; readonly type: string };

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
  textOf(shape: Shape): string {
    switch (shape.kind) {
      case 'integer':
      case 'bits':
        return 'number';
      case 'bool':
        return 'boolean';
      case 'float':
        return "number | 'NaN' | 'Infinity' | '-Infinity'";
      case 'hex':
        return '`0x${string}`';
      case 'nothing':
        return 'null';
      case 'text':
      case 'formatted':
        return 'string';
      case 'enum':
        return this.#enumText(shape);
      case 'array':
        return this.#arrayText(shape);
      case 'record':
        return this.#recordText(shape);
      default:
        return shape satisfies never;
    }
  }

  /** The properties of a record. Of two of one name JSON.parse keeps the last. */
  fieldsOf({ fields }: RecordShape): readonly FieldText[] {
    const last = new Map(fields.map((field) => [field.name, field]));
    return [...last.values()].map(({ name, type, shape }) => ({
      key: propertyKey(name),
      type: this.textOf(shape),
      about: commentText(`\`${type}\`${isWide(shape) ? '; JSON.parse rounds it above 2^53' : ''}`),
    }));
  }

  #enumText(shape: EnumShape): string {
    const names = shape.names.map(quote).join(' | ');
    const several = shape.flags ? ` | \`\${${names}}|\${string}\`` : '';
    const text = names === '' ? 'number' : `${names}${several} | number`;
    if (shape.name === '' || names === '') return text;
    return this.#declare(shape.name, `alias ${shape.name} ${text}`, (name) => ({
      kind: 'alias',
      name,
      about: commentText(`\`enum ${shape.name}\`; a value without a name is its number`),
      type: text,
    }));
  }

  #arrayText({ element, length }: ArrayShape): string {
    const text = this.textOf(element);
    if (length === undefined || length > longestTuple) return / \|/.test(text) ? `(${text})[]` : `${text}[]`;
    return `[${Array.from({ length }, () => text).join(', ')}]`;
  }

  #recordText(shape: RecordShape): string {
    const fields = this.fieldsOf(shape);
    const body = `{ ${fields.map(({ key, type }) => `${key}: ${type}`).join('; ')} }`;
    if (shape.name === '') return fields.length === 0 ? 'Record<string, never>' : body;
    return this.#declare(shape.name, `interface ${shape.name} ${body}`, (name) => ({
      kind: 'interface',
      name,
      about: commentText(`\`${shape.type}\`, ${shape.size} bytes`),
      fields,
    }));
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

/** Whether a number may be one that a double does not hold. */
function isWide(shape: Shape): boolean {
  if (shape.kind === 'array') return isWide(shape.element);
  return (shape.kind === 'integer' || shape.kind === 'bits') && shape.size > 4;
}
