import t from 'tap';
import { explainRights, explainTrial } from '../../../runtime/doctor/explain-trial.js';
import { noRights, wellKernel } from '../../fixtures/kernel/doctor-context.js';

const text = (value: unknown) => String(value);

t.test('to root another cause is told than to others', async (t) => {
  t.match(text(explainTrial(wellKernel(), 1).detail), /forbids it even to root/);
  const found = explainTrial(wellKernel({ files: {} }), 13);
  t.match(text(found.cure), /--lab/);
  const user = wellKernel();
  user.addFile('/proc/self/status', noRights['/proc/self/status']);
  const refused = explainRights(user);
  t.equal(text(refused.detail), 'this user lacks CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN');
  t.match(text(refused.cure), /^run it with sudo; or use --lab/);
});

t.test('any other errno is told in words', async (t) => {
  const found = explainTrial(wellKernel(), 22);
  t.equal(found.state, 'missing');
  t.match(text(found.detail), 'kernel 6.12.1-test refuses such programs: invalid argument (EINVAL)');
});
