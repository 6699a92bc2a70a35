// The proof that the types are those of what tsecli prints and the library gives: lines and values that their own code
// makes of random bytes are compiled against them.
import t from 'tap';
import type { Btf } from '../../../core/btf/types.js';
import { readObject } from '../../../core/object/read-object.js';
import { Declarations } from '../../../compiler/types/declarations.js';
import { lineType } from '../../../compiler/types/line-type.js';
import { recordOf } from '../../../core/record/record-of.js';
import { shapeOf } from '../../../core/record/shape-of.js';
import { eventTypeOf } from '../../../runtime/decode/event-type.js';
import { jsonWriterFor } from '../../../runtime/decode/json-writer.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { textSink } from '../../../runtime/decode/text-sink.js';
import type { Value } from '../../../runtime/decode/types.js';
import { recordDecoder } from '../../../runtime/library/make-events.js';
import { randomFrom } from '../../fixtures/mutate.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { diagnose } from '../../fixtures/typescript.js';

const shown = new Set([
  'int',
  'float',
  'ptr',
  'array',
  'struct',
  'union',
  'enum',
  'enum64',
  'typedef',
  'void',
]);

/** A value as TypeScript writes it. */
function literal(value: Value): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `[${JSON.stringify(name)}]: ${literal(inner)}`)
    .join(', ')} }`;
}

/** A type with random bytes, whole and cut short: the line, and the value. */
function linesOf(btf: Btf, typeId: number, formats: ReadonlyMap<string, string>, random: () => number) {
  const type = eventTypeOf(btf, typeId, formats);
  const write = jsonWriterFor(type);
  const decode = recordDecoder(type);
  return [type.shape.size, type.shape.size, type.needed].map((length, turn) => {
    // Small numbers meet the names of enums.
    const byte = () => Math.floor(random() * (turn === 0 ? 256 : 4));
    const sink = textSink();
    const source = sourceOf(Uint8Array.from({ length }, byte));
    write(sink, source, 0, length, '1700000000.123');
    const line = Buffer.from(sink.bytes.subarray(0, sink.at)).toString();
    return { line, value: literal(decode(source, 0, length)) };
  });
}

/** A program that assigns what comes of each type to what we say it is. */
function programOf(btf: Btf, formats: ReadonlyMap<string, string>): string {
  const random = randomFrom(7);
  const declarations = new Declarations([]);
  const uses = btf.types.flatMap(({ id, kind }) => {
    if (!shown.has(kind)) return [];
    const shape = shapeOf(btf, id, formats);
    const record = recordOf({ name: '', shape });
    const text = lineType(record, undefined, declarations);
    const data = declarations.textOf(record, 'bigint');
    return linesOf(btf, id, formats, random).map(
      ({ line, value }, turn) =>
        `const v${id}_${turn}: ${text} = ${line};\nconst d${id}_${turn}: ${data} = ${value};\n`,
    );
  });
  const made = declarations.all.map((each) =>
    each.kind === 'alias'
      ? `type ${each.name}${each.parameters} = ${each.type};\n`
      : `interface ${each.name}${each.parameters} { ${each.fields.map(({ key, type }) => `${key}: ${type}`).join('; ')} }\n`,
  );
  return `${made.join('')}${uses.join('')}export {};\n`;
}

const formats = new Map([
  ['bits', 'hex'],
  ['wide', 'errno'],
  ['word.whole', 'ksym'],
  ['word.parts', 'hex'],
  ['at.x', 'ipv4'],
  ['at.y', 'signal'],
  ['inner', 'port_be'],
]);

t.test('what tsecli prints and the library gives of each type is of the type that we write', async (t) => {
  const programs = ['types', 'types.be', 'events', 'globals', 'unlink'].flatMap((name) => {
    const { btf } = readObject(objectBytes(name));
    if (!btf) throw new Error('the fixture has types');
    const formatted = name.startsWith('types') ? [[`${name}.formatted.ts`, programOf(btf, formats)]] : [];
    return [[`${name}.ts`, programOf(btf, new Map())], ...formatted];
  });
  t.ok(programs.join('').length > 10_000);
  t.same(diagnose(Object.fromEntries(programs)), []);
});
