import t from 'tap';
import { policyError } from '../../../core/policy/policy-error.js';

t.test('a policy that is wrong trusts nothing: exit code 7', async (t) => {
  const error = policyError('/etc/p', 'why', { cure: 'do' });
  t.match(error, { exitCode: 7, message: "read policy '/etc/p': why", cure: 'do' });
});
