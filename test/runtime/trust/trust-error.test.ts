import t from 'tap';
import { keyError, trustError } from '../../../runtime/trust/trust-error.js';

t.test('a package that is not trusted ends with 7, a key that cannot be used with 2', async (t) => {
  t.match(trustError('p', 'why'), { exitCode: 7, message: "trust 'p': why" });
  t.match(keyError('k', 'why'), { exitCode: 2, message: "read key 'k': why" });
});
