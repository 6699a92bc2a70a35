import t from 'tap';
import { findBpftool } from '../../../runtime/bpftool/find.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

function kernelWith(...executables: readonly string[]): FakeKernel {
  const kernel = new FakeKernel();
  for (const path of executables) {
    kernel.addFile(path, '');
    kernel.executables.add(path);
  }
  return kernel;
}

t.test('PATH comes first, then the usual places', async (t) => {
  const kernel = kernelWith('/opt/bin/bpftool', '/usr/local/sbin/bpftool');
  t.equal(findBpftool(kernel, '/bin:/opt/bin'), '/opt/bin/bpftool');
  t.equal(findBpftool(kernel, '/bin'), '/usr/local/sbin/bpftool');
  t.equal(findBpftool(kernel, undefined), '/usr/local/sbin/bpftool');
});

t.test('a relative entry of PATH is not trusted', async (t) => {
  const kernel = kernelWith('/usr/sbin/bpftool');
  kernel.executables.add('./bpftool');
  t.equal(findBpftool(kernel, '.:'), '/usr/sbin/bpftool');
});

t.test("the newest of a distribution's versioned binaries is taken instead of its script", async (t) => {
  const kernel = kernelWith(
    '/usr/sbin/bpftool',
    '/usr/lib/linux-tools/5.15.0-9-generic/bpftool',
    '/usr/lib/linux-tools/5.15.0-101-generic/bpftool',
  );
  t.equal(findBpftool(kernel, '/usr/sbin'), '/usr/lib/linux-tools/5.15.0-101-generic/bpftool');
});

t.test('where there is none, how to install it is told', async (t) => {
  t.throws(() => findBpftool(new FakeKernel(), '/bin'), {
    code: 'tool-missing',
    message: 'find bpftool: it is not installed',
    cure: /install bpftool 7.0 or later/,
  });
});
