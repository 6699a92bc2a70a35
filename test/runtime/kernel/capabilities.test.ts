import t from 'tap';
import {
  isFullyPrivileged,
  lackingCapabilities,
  requireCapabilities,
} from '../../../runtime/kernel/capabilities.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

function kernelWith(mask: bigint): FakeKernel {
  const kernel = new FakeKernel();
  kernel.texts.set(
    '/proc/self/status',
    `Name:\tnode\nCapPrm:\tffffffffffffffff\nCapEff:\t${mask.toString(16)}\n`,
  );
  return kernel;
}

const CAP_SYS_ADMIN = 1n << 21n;
const CAP_PERFMON = 1n << 38n;
const CAP_BPF = 1n << 39n;

t.test('CAP_SYS_ADMIN suffices, and CAP_BPF together with CAP_PERFMON', async (t) => {
  t.doesNotThrow(() => requireCapabilities(kernelWith(CAP_SYS_ADMIN)));
  t.doesNotThrow(() => requireCapabilities(kernelWith(CAP_BPF | CAP_PERFMON)));
});

t.test('less does not suffice: the error names what is missing, sudo and the lab', async (t) => {
  const rows = [
    [0n, 'CAP_BPF and CAP_PERFMON'],
    [CAP_BPF, 'CAP_PERFMON'],
    [CAP_PERFMON, 'CAP_BPF'],
  ] as const;
  for (const [mask, names] of rows) {
    t.throws(() => requireCapabilities(kernelWith(mask)), {
      code: 'not-permitted',
      message: `load BPF programs: this user lacks ${names}`,
      cure: /sudo.*--lab/,
    });
  }
});

t.test('only CAP_SYS_ADMIN is full privilege', async (t) => {
  t.ok(isFullyPrivileged(kernelWith(CAP_SYS_ADMIN)));
  t.notOk(isFullyPrivileged(kernelWith(CAP_BPF | CAP_PERFMON)));
});

t.test('network programs need CAP_NET_ADMIN, which CAP_SYS_ADMIN stands for', async (t) => {
  t.same(lackingCapabilities(kernelWith(CAP_BPF | CAP_PERFMON)), ['CAP_NET_ADMIN']);
  t.same(lackingCapabilities(kernelWith(CAP_SYS_ADMIN)), []);
});
