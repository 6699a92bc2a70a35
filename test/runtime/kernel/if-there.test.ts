import t from 'tap';
import { ifThere } from '../../../runtime/kernel/if-there.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';

t.test('what has gone is no error, anything else is', async (t) => {
  for (const errno of [2, 19, 22]) {
    t.doesNotThrow(() =>
      ifThere(() => {
        throw new SystemCallError('rtnetlink', errno);
      }),
    );
  }
  for (const error of [new SystemCallError('rtnetlink', 1), new Error('other')]) {
    t.throws(
      () =>
        ifThere(() => {
          throw error;
        }),
      error,
    );
  }
});
