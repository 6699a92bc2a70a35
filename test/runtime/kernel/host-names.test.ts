import { machine } from 'node:os';
import t from 'tap';
import { hostNames } from '../../../runtime/kernel/host-names.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const release = '5.4.0-42-generic';

t.test('names come from os-release, with or without quotes', async (t) => {
  const text = 'NAME="Ubuntu"\nVERSION_ID="20.04"\nID=ubuntu\nID_LIKE=debian\n';
  const names = { distribution: 'ubuntu', version: '20.04', machine: machine(), release };
  t.same(hostNames(new FakeKernel({ release, files: { '/etc/os-release': text } })), names);
  t.same(hostNames(new FakeKernel({ release, files: { '/usr/lib/os-release': text } })), names);
});

t.test('a system that does not tell has a kernel all the same', async (t) => {
  t.same(hostNames(new FakeKernel({ release })), {
    distribution: '',
    version: '',
    machine: machine(),
    release,
  });
});
