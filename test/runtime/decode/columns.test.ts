import t from 'tap';
import { columnsOf } from '../../../runtime/decode/columns.js';
import { eventType } from '../../../runtime/decode/event-type.js';
import { array, record, text, typeOf, u16, u32 } from '../../fixtures/shapes.js';

t.test('each value that is no record is a column, by its path', async (t) => {
  const columns = columnsOf(
    typeOf({ pid: u32, peer: record({ port: u16, list: array(u16, 2) }), comm: text(16) }),
  );
  t.same(
    columns.map(({ path }) => path),
    ['pid', 'peer.port', 'peer.list', 'comm'],
  );
  const event = { pid: 1, peer: { port: 80, list: [1, 2] }, comm: 'sh' };
  t.same(
    columns.map(({ get }) => get(event)),
    [1, 80, [1, 2], 'sh'],
  );
});

t.test('what is no record is the column value', async (t) => {
  const [column, ...more] = columnsOf(eventType('unsigned int', true, u32));
  t.equal(more.length, 0);
  t.equal(column?.path, 'value');
  t.equal(column?.get(7), 7);
});

t.test('a value that is not there is null', async (t) => {
  const [column] = columnsOf(typeOf({ a: record({ b: u32 }) }));
  t.equal(column?.get({}), null);
  t.equal(column?.get(5), null);
});
