import t from 'tap';
import { refusalTable } from '../../../../runtime/verifier/refusals/table.js';
import { refusedIds } from '../../../fixtures/verifier/refused.js';

t.test('there are the kinds that learners meet, each refused by a real kernel', async (t) => {
  const ids = new Set(refusalTable.map(({ id }) => id));
  for (const id of refusedIds) t.ok(ids.has(id), id);
  t.ok(refusedIds.length >= 45);
  for (const id of ids) t.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

t.test('no pattern remembers where it matched', async (t) => {
  for (const { id, pattern } of refusalTable) t.notMatch(pattern.flags, /[gy]/, id);
});
