import t from 'tap';
import { budget } from '../../core/budget.js';

t.test('lets the whole limit be taken, and no more', async (t) => {
  const spend = budget(10, () => new RangeError('too much'));
  spend(4);
  spend(6);
  t.throws(() => spend(1), { name: 'RangeError', message: 'too much' });
});
