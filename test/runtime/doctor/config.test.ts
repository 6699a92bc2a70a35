import { gzipSync } from 'node:zlib';
import t from 'tap';
import { checkConfig } from '../../../runtime/doctor/config.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const text = 'CONFIG_BPF_SYSCALL=y\nCONFIG_NET_CLS_BPF=m\n# CONFIG_KPROBES is not set\nCONFIG_HZ=250\n';
const states = (kernel: FakeKernel) =>
  Object.fromEntries(checkConfig(kernel).map(({ id, state }) => [id.slice('config:'.length), state]));

t.test('options are read where the kernel keeps them', async (t) => {
  const compressed = new FakeKernel();
  compressed.binaries.set('/proc/config.gz', gzipSync(text));
  const plain = new FakeKernel({ release: '6.1.0-9' });
  plain.binaries.set('/boot/config-6.1.0-9', Buffer.from(text));
  const module = new FakeKernel({ release: '6.1.0-9' });
  module.binaries.set('/lib/modules/6.1.0-9/config', Buffer.from(text));
  for (const kernel of [compressed, plain, module]) {
    t.match(states(kernel), { BPF_SYSCALL: 'ok', NET_CLS_BPF: 'ok', KPROBES: 'missing', BPF_LSM: 'missing' });
  }
});

t.test('where nothing can be read, or it is no gzip, nothing is claimed', async (t) => {
  t.same([...new Set(Object.values(states(new FakeKernel())))], ['unknown']);
  const broken = new FakeKernel();
  broken.binaries.set('/proc/config.gz', Buffer.from('no gzip'));
  t.same([...new Set(Object.values(states(broken)))], ['unknown']);
});
