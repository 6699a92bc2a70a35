import t from 'tap';
import { kernelFacts } from '../../../runtime/kernel/kernel-facts.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const tracefs = '/sys/kernel/tracing';
const symbols =
  'ffffffff81000000 T vfs_read\nffffffff81000010 t ext4_read\t[ext4]\nffffffff81000020 D jiffies\n';

function kernelWith(files: Readonly<Record<string, string>>): FakeKernel {
  return new FakeKernel({ files });
}

t.test('functions are in the BTF or among the symbols', async (t) => {
  const kernel = kernelWith({ '/proc/kallsyms': symbols, '/sys/kernel/btf/vmlinux': '' });
  kernel.binaries.set(
    '/sys/kernel/btf/vmlinux',
    buildBtf([rawInt, { kind: 'func', name: 'vfs_open', size: 1 }]),
  );
  const facts = kernelFacts(kernel, () => tracefs);
  for (const name of ['vfs_open', 'vfs_read', 'ext4_read']) t.ok(facts.hasFunction(name), name);
  for (const name of ['vfs', 'fs_read', 'jiffies', 'nothing']) t.notOk(facts.hasFunction(name), name);
});

t.test('what cannot be read counts as there', async (t) => {
  const facts = kernelFacts(new FakeKernel(), () => {
    throw new Error('not permitted');
  });
  t.ok(facts.hasFunction('anything'));
  t.ok(facts.hasTracepoint('any/thing'));
  t.ok(facts.hasRawTracepoint('anything'));
  t.equal(facts.types(), undefined);
});

t.test('tracepoints are those of tracefs, raw ones those of the BTF where there is one', async (t) => {
  const files = {
    [`${tracefs}/events/sched/sched_switch/id`]: '7',
    [`${tracefs}/available_events`]: 'sched:sched_switch\n',
  };
  const plain = kernelFacts(kernelWith(files), () => tracefs);
  t.ok(plain.hasTracepoint('sched/sched_switch'));
  t.notOk(plain.hasTracepoint('sched/nothing'));
  t.ok(plain.hasRawTracepoint('sched_switch'));
  t.notOk(plain.hasRawTracepoint('pelt_se_tp'));

  const kernel = kernelWith({ ...files, '/sys/kernel/btf/vmlinux': '' });
  const types = buildBtf([rawInt, { kind: 'typedef', name: 'btf_trace_pelt_se_tp', size: 1 }]);
  kernel.binaries.set('/sys/kernel/btf/vmlinux', types);
  const facts = kernelFacts(kernel, () => tracefs);
  t.ok(facts.hasRawTracepoint('pelt_se_tp'), 'it has no file in tracefs');
  t.notOk(facts.hasRawTracepoint('sched_switch'));
});

t.test('kprobes are told by their PMU', async (t) => {
  t.notOk(kernelFacts(new FakeKernel(), () => tracefs).hasProbes());
  const pmu = '/sys/bus/event_source/devices/kprobe';
  const kernel = kernelWith({ [`${pmu}/type`]: '8\n', [`${pmu}/format/retprobe`]: 'config:0\n' });
  t.ok(kernelFacts(kernel, () => tracefs).hasProbes());
});
