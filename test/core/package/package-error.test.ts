import t from 'tap';
import { packageError } from '../../../core/package/package-error.js';

t.test('a package error ends a command with exit code 7 and keeps the cause', async (t) => {
  const cause = new Error('inner');
  const error = packageError('/meta: is wrong', { cure: 'get it again', cause });
  t.match(error, { message: 'open package: /meta: is wrong', exitCode: 7, cure: 'get it again' });
  t.equal(error.cause, cause);
});
