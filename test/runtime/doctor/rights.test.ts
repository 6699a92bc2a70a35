import t from 'tap';
import { checkRights } from '../../../runtime/doctor/rights.js';
import { doctorContext, noRights, programLoad, wellKernel } from '../../fixtures/kernel/doctor-context.js';

const states = (kernel = wellKernel(), over = {}) =>
  Object.fromEntries(checkRights(doctorContext(kernel, over)).map(({ id, state }) => [id.replace('capability:', ''), state]));
const effective = (mask: string) => ({ '/proc/self/status': `CapEff:\t${mask}\n` });

t.test('root has all rights', async (t) => {
  const uids = { '/proc/self/uid_map': '         0          0 4294967295\n' };
  t.same([...new Set(Object.values(states(wellKernel({ files: uids }))))], ['ok']);
});

t.test('without capabilities nothing is loaded; each is told', async (t) => {
  const found = states(wellKernel({ files: noRights }));
  t.match(found, { load: 'missing', CAP_BPF: 'missing', CAP_SYS_ADMIN: 'missing', CAP_SYS_RESOURCE: 'limited' });
});

t.test('CAP_SYS_ADMIN stands for CAP_BPF, and not for CAP_NET_ADMIN', async (t) => {
  const found = checkRights(doctorContext(wellKernel({ files: effective('0000000000200000') })));
  const of = (name: string) => found.find(({ id }) => id === `capability:${name}`);
  t.equal(of('CAP_BPF')?.state, 'limited');
  t.match(of('CAP_NET_ADMIN'), { state: 'missing', cure: /sudo/ });
});

t.test('a kernel that forbids it to root too is told by trying', async (t) => {
  const kernel = wellKernel();
  kernel.fail(programLoad, 1);
  t.equal(states(kernel)['load'], 'missing');
  t.equal(states(wellKernel(), { withoutCalls: 'no koffi' })['load'], 'unknown');
});

t.test('containers and user namespaces are seen', async (t) => {
  t.equal(states(wellKernel({ files: { '/.dockerenv': '' } }))['container'], 'limited');
  t.equal(states(wellKernel({ files: { '/proc/self/uid_map': '0 1000 1\n' } }))['container'], 'limited');
});
