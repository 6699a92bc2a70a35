import t from 'tap';
import { isSummed } from '../../../core/record/is-summed.js';
import { array, bool, i32, pointer, record, u8, u64 } from '../../fixtures/shapes.js';

t.test('whole numbers are counters', async (t) => {
  for (const shape of [u8, i32, u64]) t.ok(isSummed(shape));
});

t.test('nothing else is, nor what has no sum in eight bytes', async (t) => {
  const int128 = { kind: 'integer', size: 16, signed: false } as const;
  for (const shape of [int128, bool, pointer, record({ n: u64 }), array(u64, 2)]) t.notOk(isSummed(shape));
});
