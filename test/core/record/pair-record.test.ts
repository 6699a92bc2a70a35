import t from 'tap';
import { pairRecord } from '../../../core/record/pair-record.js';
import { record, text, u32 } from '../../fixtures/shapes.js';

t.test('the value stands behind the key, which has a fixed end', async (t) => {
  const value = { name: 'struct v', shape: record({ n: u32, rest: text(8, 'cut') }) };
  t.same(pairRecord({ name: 'char[4]', shape: text(4, 'cut') }, value), {
    kind: 'record',
    size: 16,
    name: '',
    type: '',
    fields: [
      { name: 'key', offset: 0, shape: text(4), type: 'char[4]' },
      { name: 'value', offset: 4, shape: value.shape, type: 'struct v' },
    ],
  });
});
