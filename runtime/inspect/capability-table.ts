import { message, type Message } from '../../core/message.js';
import type { ProgramKind } from '../../core/object/section-table.js';

/** Something that programs of BPF may do, and what shows that one may. */
export interface CapabilityRow {
  /** For JSON and tests; never given another meaning. */
  readonly id: string;
  readonly says: Message;
  /** Kinds that may by themselves. */
  readonly kinds?: readonly ProgramKind[];
  /** Sections that may by themselves, whatever stands behind these words. */
  readonly sections?: readonly string[];
  /** Helpers, without `bpf_`, that give it. */
  readonly helpers?: string;
  /** Functions of the kernel that give it, by their whole names. */
  readonly kernelFunctions?: readonly string[];
}

const functionProbes = [
  'kprobe',
  'kretprobe',
  'kprobe.multi',
  'kretprobe.multi',
  'kprobe.session',
  'ksyscall',
  'kretsyscall',
] as const;
const trampolines = ['fentry', 'fexit', 'fmod_ret'] as const;
const packetKinds = ['xdp', 'tc', 'tcx', 'netkit', 'netfilter', 'lwt', 'sk_skb', 'sk_msg'] as const;
const cgroupPackets = ['cgroup_skb', 'cgroup/skb'];
const cgroupAddresses = [
  'cgroup/bind',
  'cgroup/connect',
  'cgroup/sendmsg',
  'cgroup/recvmsg',
  'cgroup/getpeername',
  'cgroup/getsockname',
];

/** What a package may look at: by the kernel's uapi/linux/bpf.h, which says of each helper and hook what it gives. */
export const sights: readonly CapabilityRow[] = [
  {
    id: 'kernel-functions',
    says: message`arguments and results of the kernel's functions`,
    kinds: [...functionProbes, ...trampolines],
    helpers: 'get_func_arg get_func_ret get_func_arg_cnt',
  },
  {
    id: 'tracepoints',
    says: message`what the kernel's tracepoints tell`,
    kinds: ['tracepoint', 'raw_tp', 'raw_tp.w', 'tp_btf'],
  },
  {
    id: 'user-functions',
    says: message`arguments and results of functions of user programs`,
    kinds: ['uprobe', 'uretprobe', 'uprobe.multi', 'uretprobe.multi', 'uprobe.session', 'usdt'],
  },
  {
    id: 'security-decisions',
    says: message`what programs ask the kernel's security modules for`,
    kinds: ['lsm', 'lsm_cgroup'],
  },
  {
    id: 'kernel-objects',
    says: message`all objects of a kind that the kernel has, such as processes, files or sockets`,
    kinds: ['iter'],
    helpers: 'for_each_map_elem',
  },
  {
    id: 'kernel-memory',
    says: message`memory of the kernel`,
    // Pointers of a type that the verifier knows are read without a helper.
    kinds: [...trampolines, 'tp_btf', 'lsm', 'lsm_cgroup', 'iter', 'struct_ops', 'freplace'],
    helpers:
      'probe_read probe_read_str probe_read_kernel probe_read_kernel_str get_current_task_btf task_pt_regs ' +
      'snprintf_btf seq_printf_btf per_cpu_ptr this_cpu_ptr skc_to_tcp6_sock skc_to_tcp_sock ' +
      'skc_to_tcp_timewait_sock skc_to_tcp_request_sock skc_to_udp6_sock skc_to_unix_sock skc_to_mptcp_sock ' +
      'sock_from_file find_vma',
    kernelFunctions: ['bpf_rdonly_cast', 'bpf_probe_read_kernel_dynptr', 'bpf_probe_read_kernel_str_dynptr'],
  },
  {
    id: 'user-memory',
    says: message`memory of user programs: file names, arguments, any data of theirs`,
    helpers:
      'probe_read probe_read_str probe_read_user probe_read_user_str copy_from_user copy_from_user_task find_vma',
    kernelFunctions: [
      'bpf_copy_from_user_str',
      'bpf_copy_from_user_task_str',
      'bpf_probe_read_user_dynptr',
      'bpf_probe_read_user_str_dynptr',
      'bpf_copy_from_user_dynptr',
      'bpf_copy_from_user_str_dynptr',
      'bpf_copy_from_user_task_dynptr',
      'bpf_copy_from_user_task_str_dynptr',
    ],
  },
  {
    id: 'processes',
    says: message`who acts: processes, users, commands, cgroups`,
    helpers:
      'get_current_pid_tgid get_current_uid_gid get_current_comm get_ns_current_pid_tgid get_current_cgroup_id ' +
      'get_current_ancestor_cgroup_id get_current_task current_task_under_cgroup get_cgroup_classid ' +
      'skb_cgroup_id skb_ancestor_cgroup_id sk_cgroup_id sk_ancestor_cgroup_id skb_cgroup_classid ' +
      'get_socket_uid get_current_task_btf',
    kernelFunctions: [
      'bpf_task_from_pid',
      'bpf_task_from_vpid',
      'bpf_get_task_exe_file',
      'bpf_get_task_cmdline',
    ],
  },
  {
    id: 'paths',
    says: message`paths of files`,
    helpers: 'd_path',
    kernelFunctions: ['bpf_path_d_path', 'bpf_get_file_xattr', 'bpf_get_dentry_xattr'],
  },
  { id: 'file-hashes', says: message`hashes of files`, helpers: 'ima_inode_hash ima_file_hash' },
  {
    id: 'stacks',
    says: message`call stacks of the kernel and of user programs`,
    helpers: 'get_stackid get_stack get_task_stack get_func_ip',
  },
  {
    id: 'samples',
    says: message`what processors execute, in samples`,
    kinds: ['perf_event'],
    helpers: 'read_branch_records get_branch_snapshot',
  },
  {
    id: 'counters',
    says: message`counters of the hardware`,
    helpers: 'perf_event_read perf_event_read_value perf_prog_read_value',
  },
  {
    id: 'packets',
    says: message`network packets, their content included`,
    kinds: [...packetKinds, 'socket', 'sk_reuseport', 'flow_dissector'],
    sections: cgroupPackets,
    helpers:
      'skb_load_bytes skb_load_bytes_relative xdp_load_bytes skb_output xdp_output load_hdr_opt skb_get_tunnel_key ' +
      'skb_get_tunnel_opt skb_get_xfrm_state',
  },
  {
    id: 'connections',
    says: message`addresses and ports of sockets`,
    kinds: ['sockops', 'sk_lookup', 'sk_msg', 'sk_skb'],
    sections: ['cgroup/sock', 'cgroup/post_bind', ...cgroupAddresses],
    helpers: 'sk_lookup_tcp sk_lookup_udp skc_lookup_tcp get_listener_sock sk_fullsock tcp_sock getsockopt',
  },
  {
    id: 'socket-options',
    says: message`options that programs set on sockets`,
    sections: ['cgroup/getsockopt', 'cgroup/setsockopt'],
  },
  {
    id: 'routes',
    says: message`routes and neighbours of the network`,
    helpers: 'fib_lookup get_route_realm',
  },
  {
    id: 'devices',
    says: message`which devices programs open`,
    sections: ['cgroup/dev'],
  },
  {
    id: 'sysctls',
    says: message`settings of the kernel (sysctl) that programs read and write`,
    sections: ['cgroup/sysctl'],
    helpers: 'sysctl_get_name sysctl_get_current_value sysctl_get_new_value',
  },
  {
    id: 'kernel-addresses',
    says: message`addresses of the kernel's functions`,
    helpers: 'kallsyms_lookup_name',
  },
  { id: 'remote-controls', says: message`signals of remote controls`, kinds: ['lirc_mode2'] },
];

/** What a package may change. */
export const powers: readonly CapabilityRow[] = [
  {
    id: 'write-user-memory',
    says: message`write into the memory of user programs`,
    helpers: 'probe_write_user',
  },
  {
    id: 'send-signals',
    says: message`send signals to processes, and so kill them`,
    helpers: 'send_signal send_signal_thread',
    kernelFunctions: ['bpf_send_signal_task'],
  },
  {
    id: 'override-results',
    says: message`let functions of the kernel fail, or return something else`,
    kinds: ['fmod_ret'],
    helpers: 'override_return',
  },
  {
    id: 'deny',
    says: message`deny what programs ask the kernel's security modules for`,
    kinds: ['lsm', 'lsm_cgroup'],
  },
  {
    id: 'run-files-securely',
    says: message`let programs start as if they had other rights (AT_SECURE)`,
    helpers: 'bprm_opts_set',
  },
  {
    id: 'replace-kernel-functions',
    says: message`replace functions of the kernel by its own`,
    kinds: ['struct_ops'],
  },
  {
    id: 'replace-programs',
    says: message`replace functions of other BPF programs`,
    kinds: ['freplace'],
  },
  {
    id: 'run-other-programs',
    says: message`run BPF programs that others put into its maps, of which nothing is known here`,
    helpers: 'tail_call',
  },
  {
    id: 'bpf-calls',
    says: message`load programs and make maps by itself (bpf system call)`,
    kinds: ['syscall'],
    helpers: 'sys_bpf sys_close',
  },
  {
    id: 'drop-packets',
    says: message`drop network packets`,
    kinds: packetKinds,
    sections: cgroupPackets,
  },
  {
    id: 'change-packets',
    says: message`change network packets`,
    // Their programs may write into a packet without a helper.
    kinds: ['xdp', 'tc', 'tcx', 'netkit', 'lwt', 'sk_skb', 'sk_msg'],
    helpers:
      'skb_store_bytes l3_csum_replace l4_csum_replace skb_vlan_push skb_vlan_pop skb_set_tunnel_key ' +
      'skb_set_tunnel_opt skb_change_proto skb_change_type skb_change_tail skb_change_head skb_adjust_room ' +
      'xdp_adjust_head xdp_adjust_meta xdp_adjust_tail xdp_store_bytes skb_ecn_set_ce store_hdr_opt ' +
      'reserve_hdr_opt msg_push_data msg_pop_data msg_pull_data lwt_push_encap lwt_seg6_store_bytes ' +
      'lwt_seg6_adjust_srh lwt_seg6_action skb_set_tstamp csum_update csum_level set_hash set_hash_invalid',
  },
  {
    id: 'redirect-packets',
    says: message`send network packets elsewhere, or copies of them`,
    helpers:
      'clone_redirect redirect redirect_map redirect_neigh redirect_peer sk_redirect_map sk_redirect_hash ' +
      'msg_redirect_map msg_redirect_hash tcp_send_ack',
    // XDP_TX sends a packet back without a helper.
    kinds: ['xdp'],
  },
  {
    id: 'choose-sockets',
    says: message`choose which socket gets a packet or a connection`,
    kinds: ['sk_lookup', 'sk_reuseport'],
    helpers: 'sk_assign sk_select_reuseport',
    kernelFunctions: ['bpf_sk_assign_tcp_reqsk'],
  },
  {
    id: 'filter-socket',
    says: message`drop or cut what a socket receives`,
    kinds: ['socket'],
  },
  {
    id: 'dissect-packets',
    says: message`change how the kernel tells flows of packets apart`,
    kinds: ['flow_dissector'],
  },
  {
    id: 'redirect-connections',
    says: message`refuse connections of programs, or lead them to other addresses`,
    sections: cgroupAddresses,
    helpers: 'bind',
  },
  {
    id: 'refuse-sockets',
    says: message`refuse sockets that programs make or bind`,
    sections: ['cgroup/sock', 'cgroup/post_bind'],
  },
  {
    id: 'change-sockets',
    says: message`change settings of sockets`,
    kinds: ['sockops'],
    sections: ['cgroup/getsockopt', 'cgroup/setsockopt'],
    helpers:
      'setsockopt sock_ops_cb_flags_set sock_map_update sock_hash_update msg_apply_bytes msg_cork_bytes',
    kernelFunctions: ['bpf_sock_ops_enable_tx_tstamp', 'bpf_sock_addr_set_sun_path'],
  },
  {
    id: 'close-sockets',
    says: message`close sockets of other programs`,
    kernelFunctions: ['bpf_sock_destroy'],
  },
  {
    id: 'refuse-devices',
    says: message`refuse programs the opening of devices`,
    sections: ['cgroup/dev'],
  },
  {
    id: 'change-sysctls',
    says: message`refuse programs settings of the kernel (sysctl), or change what they set`,
    sections: ['cgroup/sysctl'],
    helpers: 'sysctl_set_new_value',
  },
  {
    id: 'change-answers',
    says: message`change what system calls answer to programs of a cgroup`,
    helpers: 'set_retval',
  },
  {
    id: 'change-tracepoints',
    says: message`change what the kernel passes on at a tracepoint`,
    kinds: ['raw_tp.w'],
  },
  {
    id: 'change-file-attributes',
    says: message`change attributes of files`,
    kernelFunctions: ['bpf_set_dentry_xattr', 'bpf_remove_dentry_xattr'],
  },
  { id: 'crash', says: message`crash the machine`, kernelFunctions: ['crash_kexec'] },
  {
    id: 'press-keys',
    says: message`press keys of remote controls`,
    helpers: 'rc_repeat rc_keydown rc_pointer_rel',
  },
  {
    id: 'write-trace',
    says: message`write lines into the kernel's trace, where others see them`,
    helpers: 'trace_printk trace_vprintk',
    kernelFunctions: ['bpf_stream_vprintk'],
  },
];
