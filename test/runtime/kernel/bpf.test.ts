import t from 'tap';
import { createPerfLink, openPinned, openRawTracepoint } from '../../../runtime/kernel/bpf.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a pinned program is opened by its path', async (t) => {
  const kernel = new FakeKernel({ files: { '/sys/fs/bpf/tsecli/1/programs/prog': '' } });
  const fd = openPinned(kernel, '/sys/fs/bpf/tsecli/1/programs/prog');
  t.same(kernel.descriptors.get(fd), { what: 'program', path: 'prog' });
  t.throws(() => openPinned(kernel, '/sys/fs/bpf/nothing'), { message: /errno 2$/ });
});

t.test('a raw tracepoint is opened by name, or without one where loading fixed the target', async (t) => {
  const kernel = new FakeKernel();
  openRawTracepoint(kernel, 5, 'sys_enter');
  openRawTracepoint(kernel, 6);
  t.same(kernel.log, ['raw_tracepoint_open 5 sys_enter', 'raw_tracepoint_open 6 -']);
});

t.test('a perf link names program, event and the attach type BPF_PERF_EVENT', async (t) => {
  const kernel = new FakeKernel();
  createPerfLink(kernel, 5, 6);
  t.same(kernel.log, ['link_create 5 6 type 41']);
});

t.test('a perf link carries the number that the program is to get', async (t) => {
  const kernel = new FakeKernel();
  createPerfLink(kernel, 5, 6, 3);
  t.equal(kernel.linkAttributes[0]?.getBigUint64(16, true), 3n);
});
