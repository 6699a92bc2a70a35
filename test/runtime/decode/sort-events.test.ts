import * as fc from 'fast-check';
import t from 'tap';
import { columnsOf } from '../../../runtime/decode/columns.js';
import { compareValues, parseOrder, sortEvents, topEvents } from '../../../runtime/decode/sort-events.js';
import type { Value } from '../../../runtime/decode/types.js';
import { record, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const columns = columnsOf(typeOf({ n: u64, comm: text(16), at: record({ x: u32 }) }));
const event = (n: bigint, comm: string, x = 0) => ({ n, comm, at: { x } });

t.test('reads an order', async (t) => {
  t.match(parseOrder(columns, 'at.x'), { column: { path: 'at.x' }, descending: false });
  t.match(parseOrder(columns, '-n'), { column: { path: 'n' }, descending: true });
  t.throws(() => parseOrder(columns, 'com'), {
    code: 'usage',
    message: "sort by 'com': there is no such field",
    cure: 'did you mean comm',
  });
  t.throws(() => parseOrder(columns, 'elsewhere'), { code: 'usage', cure: 'one of n, comm, at.x' });
});

t.test('sorts exactly, and keeps the order of equals', async (t) => {
  const big = 2n ** 63n;
  const events = [event(big + 1n, 'b'), event(big, 'z'), event(big, 'a'), event(3n, 'c')];
  const names = (sorted: readonly Value[]) => sorted.map((each) => columns[1]?.get(each));
  t.same(names(sortEvents(events, parseOrder(columns, 'n'))), ['c', 'z', 'a', 'b']);
  t.same(names(sortEvents(events, parseOrder(columns, '-n'))), ['b', 'z', 'a', 'c']);
  t.same(names(sortEvents(events, parseOrder(columns, 'comm'))), ['a', 'b', 'c', 'z']);
  t.same(names(topEvents(events, parseOrder(columns, '-n'), 2)), ['b', 'z']);
  t.same(names(events), ['b', 'z', 'a', 'c'], 'the events themselves stay');
});

t.test('any two values have one order', async (t) => {
  const value = fc.oneof(
    fc.integer(),
    fc.bigInt(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 2 }),
  );
  fc.assert(
    fc.property(value, value, (a, b) => Math.sign(compareValues(a, b)) === -Math.sign(compareValues(b, a))),
  );
  t.equal(compareValues(5, 5n), 0);
  t.ok(compareValues(9007199254740993n, 9007199254740992) > 0);
});
