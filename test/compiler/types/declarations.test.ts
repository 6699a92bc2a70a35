import fc from 'fast-check';
import t from 'tap';
import { Declarations } from '../../../compiler/types/declarations.js';
import { applyFormat } from '../../../core/record/apply-format.js';
import type { EnumNames, RecordShape, Shape, Tail } from '../../../core/record/types.js';
import {
  array as arrayShape,
  bool,
  i32,
  names as namesOf,
  pointer,
  text,
  u8,
  u16,
  u32,
  u64,
} from '../../fixtures/shapes.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { diagnose } from '../../fixtures/typescript.js';

const integer = i32;
const record = (name: string, fields: Readonly<Record<string, Shape>>): RecordShape => ({
  kind: 'record',
  size: 8,
  name,
  type: `struct ${name}`,
  fields: Object.entries(fields).map(([key, shape]) => ({ name: key, offset: 0, type: 'int', shape })),
});

const types = readBtf(
  buildBtf([rawInt, { kind: 'enum', name: 'state', count: 2, size: 4, words: ['OFF', 0, 'ON', 1] }]),
);
const bits = (bitSize: number) =>
  ({ kind: 'bits', size: 5, bitOffset: 0, bitSize, signed: false, bool: false, names: undefined }) as const;
const enumNames = (name: string, names: readonly string[], flags = false): EnumNames => ({
  ...namesOf(Object.fromEntries(names.map((each, index) => [each, index])), flags),
  byValue: new Map(names.map((each, index) => [index, each])),
  name,
});

t.test('what has a name is declared once; other things of its name get a number', async (t) => {
  const declarations = new Declarations(['Events']);
  t.equal(declarations.textOf(record('events', { a: integer })), 'Events2');
  t.equal(declarations.textOf(record('point', { x: integer })), 'Point');
  t.equal(declarations.textOf(record('point', { x: integer })), 'Point');
  t.equal(declarations.textOf(record('point', { x: bool })), 'Point2');
  t.equal(declarations.textOf(record('', { x: integer, 'a b': integer })), "{ x: number; 'a b': number }");
  t.equal(declarations.textOf(record('', {})), 'Record<string, never>');
  t.same(
    declarations.all.map(({ name }) => name),
    ['Events2', 'Point', 'Point2'],
  );
});

t.test('arrays are tuples as long as one may read them', async (t) => {
  const declarations = new Declarations([]);
  const array = (length: number, element: Shape = integer, tail: Tail = 'fixed') =>
    declarations.textOf(arrayShape(element, length, tail));
  t.equal(array(2), '[number, number]');
  t.equal(array(0), '[]');
  t.equal(array(17), 'number[]');
  t.equal(array(0, integer, 'rest'), 'number[]');
  t.equal(array(4, integer, 'cut'), 'number[]', 'a record may have fewer');
  t.equal(array(0, { kind: 'float', size: 4 }, 'rest'), "(number | 'NaN' | 'Infinity' | '-Infinity')[]");
});

t.test('enums are their names, or numbers', async (t) => {
  const declarations = new Declarations([]);
  const named = (name: string, names: readonly string[], flags = false) =>
    declarations.textOf({ kind: 'enum', size: 4, signed: false, names: enumNames(name, names, flags) });
  t.equal(named('', ['A', "b'"]), "'A' | 'b\\'' | number");
  t.equal(named('state', ['A']), 'State');
  t.equal(named('state', []), 'number');
  t.equal(named('', ['R', 'W'], true), "'R' | 'W' | `${'R' | 'W'}|${string}` | number");
});

t.test(
  'whole numbers that JSON.parse rounds say so, and of two members of a name the last counts',
  async (t) => {
    const declarations = new Declarations([]);
    const formatted = applyFormat(types, u64, 'ns', 'took', undefined);
    const shape = record('x', { big: u64, small: integer, took: formatted });
    t.same(
      declarations.fieldsOf({
        ...shape,
        fields: [...shape.fields, { name: 'small', offset: 0, type: 'bool', shape: bool }],
      }),
      [
        { key: 'big', type: 'number', about: '`int`; JSON.parse rounds it above 2^53' },
        { key: 'small', type: 'boolean', about: '`bool`' },
        { key: 'took', type: 'number', about: '`int`; JSON.parse rounds it above 2^53' },
      ],
    );
  },
);

t.test('what has integers in it that no double holds takes their type', async (t) => {
  const declarations = new Declarations([]);
  const big = u64;
  const inner = record('inner', { big, small: integer });
  const outer = record('outer', {
    inner,
    list: arrayShape(inner, 0, 'rest'),
  });
  t.equal(declarations.textOf(outer), 'Outer');
  t.equal(declarations.textOf(outer, 'bigint'), 'Outer<bigint>', 'declared once');
  t.match(declarations.all, [
    {
      name: 'Inner',
      parameters: '<Wide = number>',
      fields: [{ key: 'big', type: 'Wide' }, { type: 'number' }],
    },
    { name: 'Outer', fields: [{ type: 'Inner<Wide>' }, { type: 'Inner<Wide>[]' }] },
  ]);
  t.equal(declarations.textOf(record('', { big }), 'bigint'), '{ big: bigint }');
  t.equal(declarations.textOf(record('small', { small: integer }), 'bigint'), 'Small');
  t.equal(declarations.textOf(bits(33), 'bigint'), 'bigint');
  t.equal(declarations.textOf(bits(32), 'bigint'), 'number');
  t.equal(declarations.textOf({ ...bits(40), bool: true }, 'bigint'), 'boolean');
  t.equal(declarations.textOf({ ...bits(40), names: enumNames('', ['A']) }, 'bigint'), "'A' | bigint");
  t.equal(declarations.textOf({ ...bits(4), names: enumNames('', ['A']) }, 'bigint'), "'A' | number");
  const large = (name: string): Shape => ({
    ...{ kind: 'enum', size: 8, signed: false },
    names: enumNames(name, ['A']),
  });
  t.equal(declarations.textOf(large('large'), 'bigint'), 'Large<bigint>');
  t.equal(declarations.textOf(large(''), 'bigint'), "'A' | bigint");
});

t.test('a format makes text, a hex number, or leaves the number', async (t) => {
  const hex = '`0x${string}`';
  const cases: readonly (readonly [string, Shape, string])[] = [
    ['ipv4', u32, 'string'],
    ['ipv4', arrayShape(u8, 4), 'string'],
    ['ipv6', arrayShape(u32, 4), 'string'],
    ['mac', arrayShape(u8, 6), 'string'],
    ['mac', arrayShape(arrayShape(u8, 6), 2), '[string, string]'],
    ['port_be', u16, 'number'],
    ['errno', i32, 'string'],
    ['signal', bits(4), 'string'],
    ['ns', u64, 'bigint'],
    ['us', u32, 'number'],
    ['hex', u32, hex],
    ['hex', bits(4), hex],
    ['hex', arrayShape(u8, 8), 'string'],
    ['hex', arrayShape(u32, 2), `[${hex}, ${hex}]`],
    ['hex', text(4), 'string'],
    ['hex', pointer, hex],
    ['hex', { kind: 'bytes', size: 3 }, hex],
    ['hex', { kind: 'bytes', size: 0 }, 'null'],
    ['ksym', u64, 'string'],
    ['usym', pointer, 'string'],
    ['enum state', u8, 'State'],
    ['enum state', bits(2), 'State'],
  ];
  const declarations = new Declarations([]);
  for (const [word, shape, wanted] of cases) {
    const made = applyFormat(types, shape, word, 'm', undefined);
    t.equal(declarations.textOf(made, 'bigint'), wanted, `${word} ${shape.kind}`);
  }
});

/** Shapes of any kind, with names that no C compiler would let through. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'a', 'time', '__proto__', "it's", '*/'),
);
const { shape: anyShape } = fc.letrec<{ shape: Shape; record: RecordShape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Shape>(
      integer,
      bits(40),
      { kind: 'float', size: 8 },
      pointer,
      { kind: 'bytes', size: 0 },
      text(4),
    ),
    fc.record({
      kind: fc.constant('enum' as const),
      size: fc.constantFrom(4 as const, 8 as const),
      signed: fc.boolean(),
      names: fc
        .tuple(anyName, fc.uniqueArray(anyName, { maxLength: 4 }), fc.boolean())
        .map((parts) => enumNames(...parts)),
    }),
    fc.record({
      kind: fc.constant('array' as const),
      size: fc.constant(0),
      element: tie('shape'),
      stride: fc.constant(1),
      length: fc.constantFrom(0, 1, 3, 17),
      tail: fc.constantFrom<Tail>('fixed', 'cut', 'rest'),
    }),
    tie('record'),
  ),
  record: fc.record({
    kind: fc.constant('record' as const),
    size: fc.nat(),
    name: anyName,
    type: anyName,
    fields: fc.array(fc.record({ name: anyName, offset: fc.nat(), type: anyName, shape: tie('shape') }), {
      maxLength: 4,
    }),
  }),
}));

t.test('whatever the types, TypeScript compiles what is made of them', async (t) => {
  const declarations = new Declarations([]);
  const uses = fc.sample(anyShape, 200).map((shape, index) => {
    const wide = index % 2 === 0 ? 'number' : 'bigint';
    return `export type Use_${index} = ${declarations.textOf(shape, wide)};\n`;
  });
  const made = declarations.all.map((each) =>
    each.kind === 'alias'
      ? `/** ${each.about} */\nexport type ${each.name}${each.parameters} = ${each.type};\n`
      : `export interface ${each.name}${each.parameters} {\n${each.fields.map(({ key, type, about }) => `/** ${about} */\n${key}: ${type};\n`).join('')}}\n`,
  );
  t.ok(made.length > 20);
  t.same(diagnose({ 'any.d.ts': [...made, ...uses].join('') }), []);
});
