import t from 'tap';
import { sectionTable } from '../../../core/object/section-table.js';
import { checkKind, checkKinds } from '../../../runtime/doctor/kinds.js';
import { doctorContext, noRights, programLoad, wellKernel } from '../../fixtures/kernel/doctor-context.js';

const say = (value: unknown) => String(value);

t.test('each kind of the table has one check, and all that are attached are well on a machine that has all', async (t) => {
  const checks = checkKinds(doctorContext(wellKernel({ release: '6.18.0' })));
  t.same(checks.map(({ title }) => title), [...new Set(sectionTable.map(({ kind }) => kind))]);
  const others = checks.filter(({ state }) => state !== 'ok').map(({ title }) => title);
  t.same(others, ['freplace', 'sk_reuseport', 'netkit', 'lwt', 'lirc_mode2']);
});

t.test('what the kernel is known to lack is said without trying', async (t) => {
  const kernel = wellKernel();
  kernel.fail(programLoad, 1);
  const found = (kind: 'kprobe' | 'fentry' | 'lsm_cgroup', missing: string) =>
    say(checkKind(kind, doctorContext(kernel, {}, [missing])).detail);
  t.match(found('kprobe', 'probes'), 'was built without kprobes (CONFIG_KPROBES)');
  t.match(found('fentry', 'types'), 'describes no types (CONFIG_DEBUG_INFO_BTF)');
  t.match(found('lsm_cgroup', 'BPF_LSM_CGROUP'), 'BPF_LSM_CGROUP');
  t.match(say(checkKind('netfilter', doctorContext(wellKernel({ release: '6.1.0' }))).detail), '(Linux 6.4)');
});

t.test('a bpftool that is missing or too old is said with what mends it', async (t) => {
  const old = checkKind('netfilter', doctorContext(wellKernel(), { bpftool: '7.1.0' }));
  t.match(say(old.detail), 'bpftool 7.1.0 does not know such programs');
  t.match(say(old.cure), 'install bpftool 7.3 or later');
  t.equal(checkKind('netfilter', doctorContext(wellKernel(), { bpftool: '7.3.0' })).state, 'ok');
  t.match(say(checkKind('xdp', doctorContext(wellKernel(), { bpftool: undefined })).detail), 'loaded by bpftool');
});

t.test('what else a kind needs', async (t) => {
  const lsm = doctorContext(wellKernel({ files: { '/sys/kernel/security/lsm': 'capability,yama' } }));
  t.match(say(checkKind('lsm', lsm).detail), 'runs without the security module bpf');
  t.match(say(checkKind('lsm', lsm).cure), 'lsm=capability,yama,bpf');
  const bare = doctorContext(wellKernel({ mounts: { bpf: '/sys/fs/bpf' } }));
  t.match(say(checkKind('cgroup', bare).detail), 'mounted nowhere');
  const withoutUprobes = wellKernel();
  withoutUprobes.texts.delete('/sys/bus/event_source/devices/uprobe/type');
  t.match(say(checkKind('usdt', doctorContext(withoutUprobes)).detail), 'CONFIG_UPROBE_EVENTS');
});

t.test('where nothing can be tried, that is said', async (t) => {
  const calls = doctorContext(wellKernel(), { withoutCalls: 'no koffi' });
  t.match(checkKind('xdp', calls), { state: 'unknown', detail: 'no koffi' });
  t.match(say(checkKind('xdp', doctorContext(wellKernel({ files: noRights }))).detail), 'CAP_BPF');
});

t.test('probes for many fall back to single ones, sessions to nothing', async (t) => {
  const kernel = wellKernel();
  kernel.fail('bpf link_create', 95);
  t.equal(checkKind('kprobe.session', doctorContext(kernel)).state, 'missing');
  const old = doctorContext(wellKernel(), {}, ['BPF_TRACE_KPROBE_MULTI', 'BPF_TRACE_UPROBE_MULTI']);
  t.equal(checkKind('kprobe.multi', old).state, 'limited');
  t.equal(checkKind('uretprobe.multi', old).state, 'limited');
  t.equal(checkKind('kprobe.multi', doctorContext(wellKernel(), {}, ['BPF_TRACE_KPROBE_MULTI', 'probes'])).state, 'missing');
});
