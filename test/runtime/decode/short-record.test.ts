import t from 'tap';
import { eventType } from '../../../runtime/decode/event-type.js';
import { shortRecord } from '../../../runtime/decode/short-record.js';
import { typeOf, u32 } from '../../fixtures/shapes.js';

t.test('names the first field that is not whole', async (t) => {
  const type = typeOf({ a: u32, b: u32, c: u32 });
  const error = shortRecord(type, 5, (index) => (index + 1) * 4);
  t.match(error, {
    name: 'ShortRecordError',
    code: 'package-invalid',
    message: "decode struct event: a record of 5 bytes: field 'b' ends at 8",
    size: 5,
    needed: 12,
  });
  t.ok(error.cure);
});

t.test('says what is needed where there are no fields', async (t) => {
  t.equal(
    shortRecord(eventType('int', true, u32), 2, () => 0).message,
    'decode int: a record of 2 bytes: 4 are needed',
  );
});
