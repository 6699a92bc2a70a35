import * as fc from 'fast-check';
import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { TseccError } from '../../../core/errors.js';
import { readObject } from '../../../core/object/read-object.js';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import { eventTypeOf } from '../../../runtime/decode/event-type.js';
import { shapeOf } from '../../../core/record/shape-of.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { mutate } from '../../fixtures/mutate.js';
import { buildBtf, rawInt, type RawType } from '../../fixtures/objects/build-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { variableOf } from '../../fixtures/objects/variables.js';

const shape = (types: readonly RawType[], id: number) => shapeOf(readBtf(buildBtf([rawInt, ...types])), id);
const rawStruct = (size: number, ...members: (readonly [string, number, number])[]): RawType => ({
  kind: 'struct',
  name: 's',
  size,
  count: members.length,
  words: members.flat(),
});

t.test("members of anonymous structs and unions are their parent's", async (t) => {
  const { btf, typeId } = variableOf('events', 'bits');
  const made = shapeOf(btf, typeId);
  if (made.kind !== 'record') throw new Error('no record');
  t.match(made, { name: 'bits', type: 'struct bits' });
  t.same(
    made.fields.slice(-3).map(({ name, offset }) => [name, offset]),
    [
      ['whole', 18],
      ['low', 18],
      ['high', 18],
    ],
  );
});

t.test('numbers of odd sizes are bytes', async (t) => {
  t.same(shape([{ kind: 'int', name: 'three', size: 3, words: [24] }], 2), { kind: 'bytes', size: 3 });
  t.same(shape([{ kind: 'float', name: 'half', size: 2 }], 2), { kind: 'bytes', size: 2 });
  t.same(shape([{ kind: 'enum', name: 'odd', size: 3 }], 2), { kind: 'bytes', size: 3 });
  t.same(shape([{ kind: 'int', name: 'wrong', size: 1, words: [0xff] }], 2), { kind: 'bytes', size: 1 });
  t.match(shape([{ kind: 'int', name: 'nibble', size: 1, words: [4] }], 2), { kind: 'bits', bitSize: 4 });
});

t.test('void and functions are nothing', async (t) => {
  t.same(shape([], 0), { kind: 'bytes', size: 0 });
  t.same(shape([{ kind: 'func_proto', size: 1 }], 2), { kind: 'bytes', size: 0 });
});

t.test('a variable is its type, and enum64 an enum of eight bytes', async (t) => {
  t.match(shape([{ kind: 'var', name: 'v', size: 1, words: [1] }], 2), { kind: 'integer', size: 4 });
  const enum64: RawType = { kind: 'enum64', name: 'e', size: 8, count: 1, words: ['BIG', 0, 1] };
  const made = shape([enum64], 2);
  t.equal(made.kind === 'enum' && made.names.byValue.get(1n << 32n), 'BIG');
});

t.test('the last array may be cut, in structs but not in unions', async (t) => {
  const array: RawType = { kind: 'array', words: [1, 1, 2] };
  const flexible: RawType = { kind: 'array', words: [1, 1, 0] };
  const tails = (types: RawType[], id: number) => {
    const made = shape(types, id);
    return made.kind === 'record'
      ? made.fields.map((field) => 'tail' in field.shape && field.shape.tail)
      : [];
  };
  t.same(tails([array, rawStruct(16, ['a', 2, 0], ['b', 2, 64])], 3), ['fixed', 'cut']);
  t.same(tails([flexible, rawStruct(4, ['a', 2, 0], ['n', 1, 0], ['b', 2, 32])], 3), [
    'fixed',
    false,
    'rest',
  ]);
  const union: RawType = { kind: 'union', name: 'u', size: 8, count: 2, words: ['a', 2, 0, 'b', 3, 0] };
  t.same(tails([array, flexible, union], 4), ['fixed', 'rest']);
});

t.test('what never comes cut short has arrays of their length, but flexible ones', async (t) => {
  const { btf } = readObject(objectBytes('globals'));
  const array = btf?.types.find(({ kind }) => kind === 'array');
  if (!btf || array?.kind !== 'array') throw new Error('the fixture has an array');
  t.match(shapeOf(btf, array.id), { kind: 'array', tail: 'cut' });
  t.match(shapeOf(btf, array.id, undefined, { whole: true }), {
    kind: 'array',
    tail: 'fixed',
    length: array.length,
  });
  const flexible = readBtf(buildBtf([rawInt, { kind: 'array', words: [1, 1, 0] }]));
  t.match(shapeOf(flexible, 2, undefined, { whole: true }), { kind: 'array', tail: 'rest', length: 0 });
});

t.test('refuses members beyond their struct', async (t) => {
  t.throws(() => shape([rawStruct(4, ['a', 1, 0], ['b', 1, 16])], 2), {
    name: 'BtfError',
    message: "describe type 2: member 'b' ends at 6, its struct at 4",
  });
});

t.test('refuses types that grow or nest without end', async (t) => {
  t.throws(() => shape([rawStruct(4, ['a', 2, 0])], 2), {
    message: 'describe type 2: more than 32 types lie one in another',
  });
  // Each holds the one before twice: 2^25 types.
  const doubling = Array.from({ length: 25 }, (_, index): RawType => ({
    kind: 'union',
    name: 'u',
    size: 4,
    count: 2,
    words: ['a', index + 1, 0, 'b', index + 1, 0],
  }));
  t.throws(() => shape(doubling, 26), { name: 'BtfError', message: /made of more than 65536 types/ });
});

t.test('formats are found by path', async (t) => {
  const { btf, typeId } = variableOf('events', 'event');
  const made = shapeOf(
    btf,
    typeId,
    new Map([
      ['address', 'ipv4'],
      ['peer.mac', 'mac'],
      ['octets', 'hex'],
    ]),
  );
  const formats =
    made.kind === 'record' && made.fields.map((field) => field.shape.kind === 'formatted' && field.name);
  t.same(formats && formats.filter(Boolean), ['address', 'octets']);
  t.throws(() => shapeOf(btf, typeId, new Map([['pid', 'ipv6']])), {
    code: 'package-invalid',
    message: "format member 'pid': 'ipv6' is for 16 bytes, not for an integer of 4 bytes",
  });
});

t.test('hostile types and any bytes throw nothing but our errors', async (t) => {
  const section = readObject(objectBytes('events')).elf.sections.find(({ name }) => name === '.BTF');
  const original = section?.data ?? new Uint8Array();
  let decoded = 0;
  const tryAll = (seed: number): void => {
    const btf = readBtf(mutate(original, seed));
    for (let id = 0; id < btf.types.length; id += 3) {
      const decode = decoderFor(eventTypeOf(btf, id));
      decode(sourceOf(mutate(original, seed).subarray(0, 200)), 0, 200);
      decoded++;
    }
  };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      try {
        tryAll(seed);
      } catch (error) {
        if (!(error instanceof TseccError)) throw error;
      }
    }),
    { numRuns: 300 },
  );
  t.ok(decoded > 100, `${decoded} types decoded`);
});
