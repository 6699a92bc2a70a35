import t from 'tap';
import { requireCalls } from '../../../runtime/kernel/require-calls.js';

t.test('calls are possible where the tests run', async (t) => {
  t.doesNotThrow(requireCalls);
});
