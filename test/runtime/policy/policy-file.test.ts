import { join } from 'node:path';
import t from 'tap';
import { hasPolicy, hostPolicyFile } from '../../../runtime/policy/policy-file.js';

t.test("the host's policy is root's", async (t) => {
  t.same(hostPolicyFile, { path: '/etc/tsecli/policy.json', owner: 0 });
});

t.test('a policy is there, or its path leads nowhere', async (t) => {
  const directory = t.testdir({ 'policy.json': '', loop: t.fixture('symlink', 'loop') });
  const has = (name: string) => hasPolicy({ path: join(directory, name), owner: 0 });
  t.ok(has('policy.json'));
  t.notOk(has('none.json'));
  t.notOk(has('none/policy.json'));
  t.ok(has('loop'), 'what cannot be looked at counts: reading it tells why');
});
