import t from 'tap';
import { checkKernel } from '../../../runtime/doctor/kernel.js';
import { doctorContext, wellKernel } from '../../fixtures/kernel/doctor-context.js';

const states = (files: Readonly<Record<string, string>>, release = '6.12.1', missing: readonly string[] = []) =>
  Object.fromEntries(
    checkKernel(doctorContext(wellKernel({ files, release }), {}, missing)).map(({ id, state }) => [id, state]),
  );

t.test('a kernel with all of it is well', async (t) => {
  const files = {
    '/sys/kernel/security/lsm': 'capability,bpf\n',
    '/sys/kernel/security/lockdown': '[none] integrity confidentiality\n',
    '/proc/sys/kernel/unprivileged_bpf_disabled': '2\n',
    '/proc/sys/net/core/bpf_jit_enable': '1\n',
  };
  t.same([...new Set(Object.values(states(files)))], ['ok']);
});

t.test('what is locked, old or off is told', async (t) => {
  const files = {
    '/sys/kernel/security/lsm': 'capability,yama\n',
    '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n',
    '/proc/sys/net/core/bpf_jit_enable': '0\n',
  };
  t.same(states(files, '5.4.0', ['types']), {
    kernel: 'limited',
    btf: 'missing',
    lockdown: 'limited',
    lsm: 'limited',
    unprivileged: 'unknown',
    jit: 'limited',
  });
});

t.test('without securityfs, root is told how to mount it', async (t) => {
  const cures = (userId: number) =>
    checkKernel(doctorContext(wellKernel({ userId }))).find(({ id }) => id === 'lockdown')?.cure;
  t.match(cures(0), /^mount -t securityfs/);
  t.equal(cures(1000), undefined);
});
