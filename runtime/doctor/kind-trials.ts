import type { NamedTypeKind } from '../../core/btf/find-type-ids.js';
import { attachTypes } from '../kernel/attach-types.js';
import type { ProgramKind } from '../../core/object/section-table.js';

/** What of the kernel's types a trial program is bound to. */
export interface TrialTarget {
  readonly kind: NamedTypeKind;
  readonly name: string;
}

/** How the smallest program of a kind is loaded, and attached where that harms nobody. */
export interface KindTrial {
  /** A section of the kind, at a place that every kernel with the kind has. */
  readonly section: string;
  /** enum bpf_prog_type. */
  readonly type: number;
  /** enum bpf_attach_type. */
  readonly attachType?: number;
  readonly target?: TrialTarget;
  readonly sleepable?: boolean;
  /** How it is attached; kinds that would act on packets, sockets or processes are only loaded. */
  readonly attach?:
    'kprobe' | 'kretprobe' | 'many' | 'session' | 'trampoline' | 'iterator' | 'raw tracepoint';
}

/** A function that nobody calls, which kernels with bpf(2) and a network have for their own tests. */
export const idleFunction = 'bpf_fentry_test1';

const func = (name: string): TrialTarget => ({ kind: 'func', name });

// enum bpf_prog_type and, of enum bpf_attach_type, what is for tracing: include/uapi/linux/bpf.h.
const KPROBE = 2;
const TRACING = 26;
const LSM = 29;
const BPF_TRACE_RAW_TP = 23;
const BPF_TRACE_FENTRY = 24;
const BPF_TRACE_FEXIT = 25;
const BPF_MODIFY_RETURN = 26;
const BPF_LSM_MAC = 27;
const BPF_TRACE_ITER = 28;
const BPF_TRACE_KPROBE_MULTI = 42;
const BPF_TRACE_KPROBE_SESSION = 56;
const BPF_TRACE_UPROBE_SESSION = 57;

const kprobe = (section: string, attach?: KindTrial['attach']): KindTrial => ({
  section: `${section}/${idleFunction}`,
  type: KPROBE,
  ...(attach && { attach }),
});
const manyKprobes = (section: string): KindTrial => ({
  ...kprobe(section, 'many'),
  attachType: BPF_TRACE_KPROBE_MULTI,
});
const uprobe = (section: string, attachType = 0): KindTrial => ({ section, type: KPROBE, attachType });
const tracing = (section: string, attachType: number, target: TrialTarget): KindTrial => ({
  section,
  type: TRACING,
  attachType,
  target,
  attach: 'trampoline',
});

/** By kind; those that tsecli cannot attach have none. */
export const kindTrials: Partial<Record<ProgramKind, KindTrial>> = {
  kprobe: kprobe('kprobe', 'kprobe'),
  kretprobe: kprobe('kretprobe', 'kretprobe'),
  'kprobe.multi': manyKprobes('kprobe.multi'),
  'kretprobe.multi': manyKprobes('kretprobe.multi'),
  'kprobe.session': { ...kprobe('kprobe.session', 'session'), attachType: BPF_TRACE_KPROBE_SESSION },
  ksyscall: { ...kprobe('kprobe', 'kprobe'), section: 'ksyscall/getpid' },
  kretsyscall: { ...kprobe('kretprobe', 'kretprobe'), section: 'kretsyscall/getpid' },
  uprobe: uprobe('uprobe'),
  uretprobe: uprobe('uretprobe'),
  'uprobe.multi': uprobe('uprobe.multi'),
  'uretprobe.multi': uprobe('uretprobe.multi'),
  'uprobe.session': uprobe('uprobe.session', BPF_TRACE_UPROBE_SESSION),
  usdt: uprobe('usdt'),
  tracepoint: { section: 'tracepoint/sched/sched_switch', type: 5 },
  raw_tp: { section: 'raw_tp/task_rename', type: 17, attach: 'raw tracepoint' },
  'raw_tp.w': { section: 'raw_tp.w/task_rename', type: 24 },
  tp_btf: tracing('tp_btf/task_rename', BPF_TRACE_RAW_TP, { kind: 'typedef', name: 'btf_trace_task_rename' }),
  fentry: tracing(`fentry/${idleFunction}`, BPF_TRACE_FENTRY, func(idleFunction)),
  fexit: tracing(`fexit/${idleFunction}`, BPF_TRACE_FEXIT, func(idleFunction)),
  fmod_ret: tracing('fmod_ret/security_sb_umount', BPF_MODIFY_RETURN, func('security_sb_umount')),
  iter: { ...tracing('iter/task', BPF_TRACE_ITER, func('bpf_iter_task')), attach: 'iterator' },
  lsm: { section: 'lsm/sb_umount', type: LSM, attachType: BPF_LSM_MAC, target: func('bpf_lsm_sb_umount') },
  lsm_cgroup: {
    section: 'lsm_cgroup/socket_bind',
    type: LSM,
    attachType: attachTypes.BPF_LSM_CGROUP,
    target: func('bpf_lsm_socket_bind'),
  },
  perf_event: { section: 'perf_event', type: 7 },
  syscall: { section: 'syscall', type: 31, sleepable: true },
  xdp: { section: 'xdp', type: 6 },
  tc: { section: 'tc', type: 3 },
  tcx: { section: 'tcx/ingress', type: 3 },
  netfilter: { section: 'netfilter', type: 32, attachType: attachTypes.BPF_NETFILTER },
  socket: { section: 'socket', type: 1 },
  sk_lookup: { section: 'sk_lookup', type: 30, attachType: attachTypes.BPF_SK_LOOKUP },
  sk_msg: { section: 'sk_msg', type: 16, attachType: attachTypes.BPF_SK_MSG_VERDICT },
  sk_skb: { section: 'sk_skb/stream_verdict', type: 14, attachType: attachTypes.BPF_SK_SKB_STREAM_VERDICT },
  flow_dissector: { section: 'flow_dissector', type: 22, attachType: attachTypes.BPF_FLOW_DISSECTOR },
  cgroup: { section: 'cgroup_skb/ingress', type: 8, attachType: attachTypes.BPF_CGROUP_INET_INGRESS },
  sockops: { section: 'sockops', type: 13, attachType: attachTypes.BPF_CGROUP_SOCK_OPS },
  struct_ops: {
    section: 'struct_ops',
    type: 27,
    // Here the index of the member. The first ones are no functions in Linux 5.10; this is one from there to 7.2.
    attachType: 5,
    target: { kind: 'struct', name: 'tcp_congestion_ops' },
  },
};
