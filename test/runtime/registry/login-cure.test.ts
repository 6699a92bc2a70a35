import t from 'tap';
import { loginCure } from '../../../runtime/registry/login-cure.js';

t.test('who is not let in may log in', async (t) => {
  t.equal(String(loginCure('ghcr.io')), 'log in with: tsecli login ghcr.io');
});
