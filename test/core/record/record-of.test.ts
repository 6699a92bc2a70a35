import t from 'tap';
import { eventType } from '../../../runtime/decode/event-type.js';
import { plainRecord, recordOf } from '../../../core/record/record-of.js';
import { record, u32 } from '../../fixtures/shapes.js';

t.test('a record is itself, all else one field', async (t) => {
  const shape = record({ a: u32 });
  t.equal(recordOf(eventType('struct s', true, shape)), shape);
  t.same(recordOf(eventType('unsigned int', true, u32)).fields, [
    { name: 'value', offset: 0, shape: u32, type: 'unsigned int' },
  ]);
});

t.test('what no struct of C describes has no name', async (t) => {
  t.same(plainRecord(4, []), { kind: 'record', size: 4, name: '', type: '', fields: [] });
});
