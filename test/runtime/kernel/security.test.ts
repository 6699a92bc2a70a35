import t from 'tap';
import { activeModules, lockdownState } from '../../../runtime/kernel/security.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('what securityfs tells', async (t) => {
  const kernel = new FakeKernel({
    files: {
      '/sys/kernel/security/lsm': 'capability,bpf\n',
      '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n',
    },
  });
  t.same(activeModules(kernel), ['capability', 'bpf']);
  t.equal(lockdownState(kernel), 'integrity');
});

t.test('nothing where it is not mounted', async (t) => {
  t.equal(activeModules(new FakeKernel()), undefined);
  t.equal(lockdownState(new FakeKernel()), undefined);
});
