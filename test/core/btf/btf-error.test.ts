import t from 'tap';
import { failBtf } from '../../../core/btf/btf-error.js';
import { exitCodeOf, TseccError } from '../../../core/errors.js';

t.test('is an invalid package to the user, and says what was read', async (t) => {
  const error = failBtf('offset 0: no BTF magic');
  t.ok(error instanceof TseccError);
  t.equal(error.message, 'read BTF: offset 0: no BTF magic');
  t.equal(error.name, 'BtfError');
  t.equal(exitCodeOf(error), 7);
});
