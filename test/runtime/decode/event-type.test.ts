import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import {
  eventType,
  eventTypeOf,
  neededBytes,
  pairTypeOf,
  sectionTypeOf,
} from '../../../runtime/decode/event-type.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { variableOf } from '../../fixtures/objects/variables.js';
import { array, record, text, u32, u64 } from '../../fixtures/shapes.js';

t.test('a type has its name, its byte order, and the bytes a record needs', async (t) => {
  const { btf, typeId } = variableOf('events.be', 'event');
  const type = eventTypeOf(btf, typeId);
  t.match(type, { name: 'struct event', littleEndian: false });
  t.ok(type.needed <= 128, 'the array at the end may be cut');
});

t.test('padding and arrays at the end are not needed', async (t) => {
  t.equal(neededBytes({ ...record({ a: u64, b: u32 }), size: 16 }), 12);
  t.equal(neededBytes(record({ a: u64, b: text(16, 'cut') })), 8);
  t.equal(neededBytes(record({ a: u64, b: text(16) })), 24);
  t.equal(neededBytes(array(u32, 3)), 12);
  t.equal(neededBytes(array(u32, 0)), 0);
  t.equal(neededBytes(array(u32, 3, 'cut')), 0);
});

t.test('reads the variables of a section as one record', async (t) => {
  const { btf, dataSections } = readObject(objectBytes('events'));
  const section = dataSections.find(({ name }) => name === '.rodata');
  if (!btf || !section) throw new Error('no section');
  const decoded = decoderFor(sectionTypeOf(btf, section))(sourceOf(section.data), 0, section.size);
  t.match(decoded, {
    verbose: true,
    quiet: false,
    level: -3,
    limit: 18446744073709551615n,
    target_comm: 'rm',
    targets: [1, 2, 0],
    wanted: 'SLEEPING',
    origin: { x: 1, y: 2 },
  });
});

t.test('reads a key and a value as one record', async (t) => {
  const type = pairTypeOf(
    eventType('char[4]', true, text(4, 'cut')),
    eventType('struct v', true, record({ n: u64 })),
  );
  const bytes = Buffer.concat([Buffer.from('ab\0\0'), Buffer.from([7, 0, 0, 0, 0, 0, 0, 0])]);
  t.same(decoderFor(type)(sourceOf(bytes), 0, 12), { key: 'ab', value: { n: 7n } });
  t.equal(type.needed, 12);
});

t.test('refuses a type that would become too many values', async (t) => {
  const huge = array(array(array(u32, 1000), 1000), 1000);
  t.throws(() => eventType('int[1000][1000][1000]', true, huge), {
    name: 'BtfError',
    message: 'decode int[1000][1000][1000]: a record would become more than 4194304 values',
  });
});
