import t from 'tap';
import { Declarations } from '../../../compiler/types/declarations.js';
import { lineType } from '../../../compiler/types/line-type.js';
import type { RecordShape } from '../../../core/record/types.js';
import { i32 } from '../../fixtures/shapes.js';

const record = (name: string, ...fields: string[]): RecordShape => ({
  kind: 'record',
  size: 4,
  name,
  type: 'struct x',
  fields: fields.map((field) => ({ name: field, offset: 0, type: 'int', shape: i32 })),
});
const line = (shape: RecordShape, stream?: string) => lineType(shape, stream, new Declarations([]));

t.test('the time comes first, then the stream where there are several', async (t) => {
  t.equal(line(record('event', 'pid')), '{ time: number } & Event');
  t.equal(line(record('event', 'pid'), 'opens'), "{ time: number; stream: 'opens' } & Event");
  t.equal(line(record('', 'value')), '{ time: number; value: number }');
});

t.test('fields of these names give them others, as tsecli does', async (t) => {
  t.equal(
    line(record('', 'time', 'stream'), 'a'),
    "{ timestamp: number; stream_name: 'a'; time: number; stream: number }",
  );
  t.match(line(record('', 'time', 'timestamp', 'read_at')), /^\{ '@time': number; /);
});
