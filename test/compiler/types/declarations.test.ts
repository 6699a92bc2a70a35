import fc from 'fast-check';
import t from 'tap';
import { Declarations } from '../../../compiler/types/declarations.js';
import type { RecordShape, Shape } from '../../../compiler/types/types.js';
import { diagnose } from '../../fixtures/typescript.js';

const integer = { kind: 'integer', size: 4 } as const;
const record = (name: string, fields: Readonly<Record<string, Shape>>): RecordShape => ({
  kind: 'record',
  size: 8,
  name,
  type: `struct ${name}`,
  fields: Object.entries(fields).map(([key, shape]) => ({ name: key, type: 'int', shape })),
});

t.test('what has a name is declared once; other things of its name get a number', async (t) => {
  const declarations = new Declarations(['Events']);
  t.equal(declarations.textOf(record('events', { a: integer })), 'Events2');
  t.equal(declarations.textOf(record('point', { x: integer })), 'Point');
  t.equal(declarations.textOf(record('point', { x: integer })), 'Point');
  t.equal(declarations.textOf(record('point', { x: { kind: 'bool', size: 1 } })), 'Point2');
  t.equal(declarations.textOf(record('', { x: integer, 'a b': integer })), "{ x: number; 'a b': number }");
  t.equal(declarations.textOf(record('', {})), 'Record<string, never>');
  t.same(
    declarations.all.map(({ name }) => name),
    ['Events2', 'Point', 'Point2'],
  );
});

t.test('arrays are tuples as long as one may read them', async (t) => {
  const declarations = new Declarations([]);
  const array = (length: number | undefined, element: Shape = integer) =>
    declarations.textOf({ kind: 'array', size: 0, element, length, open: false });
  t.equal(array(2), '[number, number]');
  t.equal(array(0), '[]');
  t.equal(array(17), 'number[]');
  t.equal(array(undefined), 'number[]');
  t.equal(array(undefined, { kind: 'float', size: 4 }), "(number | 'NaN' | 'Infinity' | '-Infinity')[]");
});

t.test('enums are their names, or numbers', async (t) => {
  const declarations = new Declarations([]);
  const named = (name: string, names: readonly string[], flags = false) =>
    declarations.textOf({ kind: 'enum', size: 4, name, names, flags, bits: false, wide: false });
  t.equal(named('', ['A', "b'"]), "'A' | 'b\\'' | number");
  t.equal(named('state', ['A']), 'State');
  t.equal(named('state', []), 'number');
  t.equal(named('', ['R', 'W'], true), "'R' | 'W' | `${'R' | 'W'}|${string}` | number");
});

t.test(
  'whole numbers that JSON.parse rounds say so, and of two members of a name the last counts',
  async (t) => {
    const declarations = new Declarations([]);
    const shape = record('x', { big: { kind: 'integer', size: 8 }, small: integer });
    t.same(
      declarations.fieldsOf({
        ...shape,
        fields: [...shape.fields, { name: 'small', type: 'bool', shape: { kind: 'bool', size: 1 } }],
      }),
      [
        { key: 'big', type: 'number', about: '`int`; JSON.parse rounds it above 2^53' },
        { key: 'small', type: 'boolean', about: '`bool`' },
      ],
    );
  },
);

t.test('what has integers in it that no double holds takes their type', async (t) => {
  const declarations = new Declarations([]);
  const big: Shape = { kind: 'integer', size: 8 };
  const inner = record('inner', { big, small: integer });
  const outer = record('outer', {
    inner,
    list: { kind: 'array', size: 0, element: inner, length: undefined, open: true },
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
  const bits = (wide: boolean): Shape => ({ kind: 'bits', size: 5, wide });
  t.equal(declarations.textOf(bits(true), 'bigint'), 'bigint');
  t.equal(declarations.textOf(bits(false), 'bigint'), 'number');
  const large = { kind: 'enum', size: 8, names: ['A'], flags: false, bits: false, wide: true } as const;
  t.equal(declarations.textOf({ ...large, name: 'large' }, 'bigint'), 'Large<bigint>');
  t.equal(declarations.textOf({ ...large, name: '' }, 'bigint'), "'A' | bigint");
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
      { kind: 'bits', size: 5, wide: true },
      { kind: 'float', size: 8 },
      { kind: 'hex', size: 8, pointer: true },
      { kind: 'nothing', size: 0 },
      { kind: 'text', size: 4, open: false },
    ),
    fc.record({
      kind: fc.constant('enum' as const),
      size: fc.constant(4),
      name: anyName,
      names: fc.uniqueArray(anyName, { maxLength: 4 }),
      flags: fc.boolean(),
      bits: fc.constant(false),
      wide: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('array' as const),
      size: fc.constant(0),
      element: tie('shape'),
      length: fc.constantFrom(undefined, 0, 1, 3, 17),
      open: fc.constant(false),
    }),
    tie('record'),
  ),
  record: fc.record({
    kind: fc.constant('record' as const),
    size: fc.nat(),
    name: anyName,
    type: anyName,
    fields: fc.array(fc.record({ name: anyName, type: anyName, shape: tie('shape') }), { maxLength: 4 }),
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
