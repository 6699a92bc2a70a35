import t from 'tap';
import { describeLack, isOneByOne } from '../../../runtime/configure/describe-lack.js';
import { kernelWithout } from '../../fixtures/kernel/choices.js';
import { inEnglish } from '../../fixtures/in-english.js';

/** A section, what the kernel has not, and what is said of it. */
const rows: readonly (readonly [section: string, missing: string, says: string])[] = [
  ['kprobe/f', 'f', 'has no function f'],
  ['kretprobe/f', 'probes', 'was built without kprobes (CONFIG_KPROBES)'],
  ['ksyscall/openat', 'probes', 'was built without kprobes (CONFIG_KPROBES)'],
  ['kprobe.multi/f*', 'probes', 'was built without kprobes (CONFIG_KPROBES)'],
  [
    'uprobe.session//bin/x:f',
    'BPF_TRACE_UPROBE_SESSION',
    'does not know such programs (BPF_TRACE_UPROBE_SESSION)',
  ],
  ['tp/a/b', 'a/b', 'has no tracepoint a/b'],
  ['raw_tp/x', 'x', 'has no tracepoint x'],
  ['raw_tp.w/x', 'x', 'has no tracepoint x'],
  ['tp_btf/x', 'x', 'has no tracepoint x'],
  ['tp_btf/x', 'types', 'describes no types (CONFIG_DEBUG_INFO_BTF)'],
  ['fentry/f', 'f', 'has no function f in its BTF'],
  ['fexit.s/f', 'f', 'has no function f in its BTF'],
  ['fmod_ret/f', 'f', 'has no function f in its BTF'],
  ['lsm/file_open', 'bpf_lsm_file_open', 'has no LSM hook file_open'],
  ['lsm_cgroup/sk_bind', 'BPF_LSM_CGROUP', 'does not know such programs (BPF_LSM_CGROUP)'],
  ['iter/task', 'bpf_iter_task', 'has no iterator task'],
  ['netfilter', 'BPF_NETFILTER', 'does not know such programs (BPF_NETFILTER)'],
];

for (const [section, missing, says] of rows) {
  t.test(`${section} on a kernel without ${missing}`, async (t) => {
    t.equal(inEnglish(describeLack(section, kernelWithout([missing]))), says);
    t.equal(describeLack(section, kernelWithout([])), undefined);
  });
}

t.test('a system call is there under the name of any architecture', async (t) => {
  const all = ['__x64_sys_open', '__arm64_sys_open', '__riscv_sys_open', '__s390x_sys_open', '__se_sys_open'];
  t.equal(inEnglish(describeLack('ksyscall/open', kernelWithout(all))), 'has no system call open');
  t.equal(describeLack('ksyscall/open', kernelWithout(all.slice(1))), undefined);
});

t.test('what no kernel lacks, or cannot be told, is not missing', async (t) => {
  const nothing = kernelWithout(['probes', 'types', 'f']);
  for (const section of ['xdp', 'uprobe//bin/x:f', 'cgroup/dev', 'kprobe', 'nonsense/f', 'netfilter']) {
    t.equal(describeLack(section, nothing), undefined, section);
  }
});

t.test('probes that cannot be set at once are set one by one: that is no lack', async (t) => {
  for (const [section, kind, enumerator] of [
    ['kprobe.multi/f*', 'kprobe.multi', 'BPF_TRACE_KPROBE_MULTI'],
    ['kretprobe.multi/f*', 'kretprobe.multi', 'BPF_TRACE_KPROBE_MULTI'],
    ['uprobe.multi//bin/x:f*', 'uprobe.multi', 'BPF_TRACE_UPROBE_MULTI'],
    ['uretprobe.multi//bin/x:f*', 'uretprobe.multi', 'BPF_TRACE_UPROBE_MULTI'],
  ] as const) {
    const old = kernelWithout([enumerator]);
    t.equal(describeLack(section, old), undefined, section);
    t.ok(isOneByOne(kind, old), kind);
    t.notOk(isOneByOne(kind, kernelWithout([])), kind);
  }
  t.notOk(isOneByOne('kprobe', kernelWithout(['BPF_TRACE_KPROBE_MULTI'])));
});
