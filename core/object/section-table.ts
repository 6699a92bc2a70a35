/** What a section may say behind its prefix and a slash. */
type Takes =
  /** A function of the kernel and, for kprobes, an offset in it: `do_unlinkat+0x10`. */
  | 'function+offset'
  /** A function of the kernel, or of a module: `do_unlinkat`, `ext4:ext4_unlink`. */
  | 'function'
  /** `category/name`. */
  | 'tracepoint'
  /** The name of a tracepoint without its category. */
  | 'name'
  /** Anything; its meaning belongs to the kind. */
  | 'text'
  | 'nothing';

const row = <Kind extends string>(prefix: string, kind: Kind, takes: Takes, sleepable = false) => ({
  prefix,
  kind,
  takes,
  sleepable,
});

/**
 * Every section that libbpf knows, with the kind of program it makes: `section_defs` of libbpf 1.4, and the
 * sessions of 1.5 and 1.6. Sections that attach differently are kinds of their own; the kind is spelt as the section.
 */
export const sectionTable = [
  row('kprobe', 'kprobe', 'function+offset'),
  row('kretprobe', 'kretprobe', 'function+offset'),
  row('tracepoint', 'tracepoint', 'tracepoint'),
  row('tp', 'tracepoint', 'tracepoint'),
  row('raw_tracepoint', 'raw_tp', 'name'),
  row('raw_tp', 'raw_tp', 'name'),
  row('raw_tracepoint.w', 'raw_tp.w', 'name'),
  row('raw_tp.w', 'raw_tp.w', 'name'),
  row('tp_btf', 'tp_btf', 'name'),
  row('fentry', 'fentry', 'function'),
  row('fentry.s', 'fentry', 'function', true),
  row('fexit', 'fexit', 'function'),
  row('fexit.s', 'fexit', 'function', true),
  row('fmod_ret', 'fmod_ret', 'function'),
  row('fmod_ret.s', 'fmod_ret', 'function', true),

  row('uprobe', 'uprobe', 'text'),
  row('uprobe.s', 'uprobe', 'text', true),
  row('uretprobe', 'uretprobe', 'text'),
  row('uretprobe.s', 'uretprobe', 'text', true),
  row('kprobe.multi', 'kprobe.multi', 'text'),
  row('kretprobe.multi', 'kretprobe.multi', 'text'),
  row('kprobe.session', 'kprobe.session', 'text'),
  row('uprobe.multi', 'uprobe.multi', 'text'),
  row('uprobe.multi.s', 'uprobe.multi', 'text', true),
  row('uretprobe.multi', 'uretprobe.multi', 'text'),
  row('uretprobe.multi.s', 'uretprobe.multi', 'text', true),
  row('uprobe.session', 'uprobe.session', 'text'),
  row('uprobe.session.s', 'uprobe.session', 'text', true),
  row('ksyscall', 'ksyscall', 'text'),
  row('kretsyscall', 'kretsyscall', 'text'),
  row('usdt', 'usdt', 'text'),
  row('usdt.s', 'usdt', 'text', true),
  row('freplace', 'freplace', 'text'),
  row('lsm', 'lsm', 'text'),
  row('lsm.s', 'lsm', 'text', true),
  row('lsm_cgroup', 'lsm_cgroup', 'text'),
  row('iter', 'iter', 'text'),
  row('iter.s', 'iter', 'text', true),
  row('struct_ops', 'struct_ops', 'text'),
  row('struct_ops.s', 'struct_ops', 'text', true),

  row('syscall', 'syscall', 'nothing', true),
  row('perf_event', 'perf_event', 'nothing'),
  row('socket', 'socket', 'nothing'),
  row('sk_reuseport', 'sk_reuseport', 'nothing'),
  row('sk_reuseport/migrate', 'sk_reuseport', 'nothing'),
  row('tc', 'tc', 'nothing'),
  row('tc/ingress', 'tcx', 'nothing'),
  row('tc/egress', 'tcx', 'nothing'),
  row('tcx/ingress', 'tcx', 'nothing'),
  row('tcx/egress', 'tcx', 'nothing'),
  row('classifier', 'tc', 'nothing'),
  row('action', 'tc', 'nothing'),
  row('netkit/primary', 'netkit', 'nothing'),
  row('netkit/peer', 'netkit', 'nothing'),
  row('xdp', 'xdp', 'nothing'),
  row('xdp.frags', 'xdp', 'nothing'),
  row('xdp/devmap', 'xdp', 'nothing'),
  row('xdp.frags/devmap', 'xdp', 'nothing'),
  row('xdp/cpumap', 'xdp', 'nothing'),
  row('xdp.frags/cpumap', 'xdp', 'nothing'),
  row('lwt_in', 'lwt', 'nothing'),
  row('lwt_out', 'lwt', 'nothing'),
  row('lwt_xmit', 'lwt', 'nothing'),
  row('lwt_seg6local', 'lwt', 'nothing'),
  row('sockops', 'sockops', 'nothing'),
  row('sk_skb', 'sk_skb', 'nothing'),
  row('sk_skb/stream_parser', 'sk_skb', 'nothing'),
  row('sk_skb/stream_verdict', 'sk_skb', 'nothing'),
  row('sk_msg', 'sk_msg', 'nothing'),
  row('sk_lookup', 'sk_lookup', 'nothing'),
  row('lirc_mode2', 'lirc_mode2', 'nothing'),
  row('flow_dissector', 'flow_dissector', 'nothing'),
  row('netfilter', 'netfilter', 'nothing'),
  ...[
    'cgroup_skb/ingress',
    'cgroup_skb/egress',
    'cgroup/skb',
    'cgroup/sock_create',
    'cgroup/sock_release',
    'cgroup/sock',
    'cgroup/post_bind4',
    'cgroup/post_bind6',
    'cgroup/bind4',
    'cgroup/bind6',
    'cgroup/connect4',
    'cgroup/connect6',
    'cgroup/connect_unix',
    'cgroup/sendmsg4',
    'cgroup/sendmsg6',
    'cgroup/sendmsg_unix',
    'cgroup/recvmsg4',
    'cgroup/recvmsg6',
    'cgroup/recvmsg_unix',
    'cgroup/getpeername4',
    'cgroup/getpeername6',
    'cgroup/getpeername_unix',
    'cgroup/getsockname4',
    'cgroup/getsockname6',
    'cgroup/getsockname_unix',
    'cgroup/sysctl',
    'cgroup/getsockopt',
    'cgroup/setsockopt',
    'cgroup/dev',
  ].map((prefix) => row(prefix, 'cgroup', 'nothing')),
] as const;

/** A row of {@link sectionTable}. */
export type SectionRow = (typeof sectionTable)[number];

/** The kind of a program: what it attaches to, and so how. */
export type ProgramKind = SectionRow['kind'];
