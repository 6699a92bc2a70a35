import t from 'tap';
import type { AttachKind } from '../../../runtime/attach/types.js';
import { attachUprobeMulti } from '../../../runtime/attach/uprobe-multi.js';
import { binaryBytes } from '../../fixtures/binaries/binaries.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { probeFiles } from '../../fixtures/kernel/probe-files.js';

function kernelWithTarget(): FakeKernel {
  const kernel = new FakeKernel({ files: probeFiles });
  kernel.binaries.set('/opt/target', binaryBytes('target'));
  return kernel;
}

function attach(kernel: FakeKernel, kind: AttachKind, single = false) {
  const program = { ...loadedProgram(kind, '/opt/target:known_*'), single };
  return attachUprobeMulti(program, contextOf(kernel, program));
}

t.test('all functions that match are one link', async (t) => {
  const kernel = kernelWithTarget();
  attach(kernel, 'uretprobe.multi');
  t.match(kernel.log, [/^link_create 5 0 type 48/]);
  t.equal(kernel.linkAttributes[0]?.getUint32(48, true), 2, 'functions');
  t.equal(kernel.linkAttributes[0]?.getUint32(52, true), 1, 'at their returns');
});

t.test('a program that was loaded for one probe has one for each', async (t) => {
  const kernel = kernelWithTarget();
  const link = attach(kernel, 'uprobe.multi', true);
  t.equal(kernel.log.filter((line) => line.startsWith('perf_event_open')).length, 2);
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});

t.test('a session needs the kernel to have them, and other refusals are those of probes', async (t) => {
  const kernel = kernelWithTarget();
  kernel.fail('bpf link_create', 22);
  t.throws(() => attach(kernel, 'uprobe.session'), {
    code: 'kernel-cannot',
    message: /6\.1\.0-test has no sessions of user-space probes \(Linux 6\.13\)$/,
  });
  t.throws(() => attach(kernel, 'uprobe.multi'), { code: 'attach-failed', cure: /no instruction/ });
  kernel.fail('bpf link_create', 1);
  t.throws(() => attach(kernel, 'uprobe.session'), { code: 'not-permitted' });
});
