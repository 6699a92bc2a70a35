import { compareVersions, type LinuxVersion } from '../../core/object/linux-version.js';
import { parseSection } from '../../core/object/program-kinds.js';
import type { ProgramKind } from '../../core/object/section-table.js';

/**
 * The Linux from which tsecli runs a kind of program: what brought the kind, or the way it is attached (links for
 * XDP, cgroups and network namespaces). By ebpf-docs and bcc's docs/kernel-versions.md. Where tsecli has an older way
 * (probes one by one, filters in place of tcx), that counts.
 */
const kinds: Readonly<Record<ProgramKind, LinuxVersion>> = {
  kprobe: '4.1',
  kretprobe: '4.1',
  'kprobe.multi': '4.1',
  'kretprobe.multi': '4.1',
  'kprobe.session': '6.10',
  ksyscall: '4.1',
  kretsyscall: '4.1',
  uprobe: '4.3',
  uretprobe: '4.3',
  'uprobe.multi': '4.3',
  'uretprobe.multi': '4.3',
  'uprobe.session': '6.13',
  usdt: '4.3',
  tracepoint: '4.7',
  perf_event: '4.9',
  raw_tp: '4.17',
  'raw_tp.w': '5.2',
  tp_btf: '5.5',
  fentry: '5.5',
  fexit: '5.5',
  fmod_ret: '5.7',
  freplace: '5.6',
  lsm: '5.7',
  lsm_cgroup: '6.0',
  iter: '5.8',
  struct_ops: '5.6',
  syscall: '5.14',
  socket: '3.19',
  sk_reuseport: '4.19',
  tc: '4.5',
  tcx: '4.5',
  netkit: '6.7',
  xdp: '5.9',
  lwt: '4.10',
  sockops: '5.7',
  sk_skb: '4.14',
  sk_msg: '4.17',
  sk_lookup: '5.9',
  lirc_mode2: '4.18',
  flow_dissector: '5.8',
  netfilter: '6.4',
  cgroup: '5.7',
};

/** Sections that are newer than their kind. */
const sections: Readonly<Record<string, LinuxVersion>> = {
  lwt_seg6local: '4.18',
  'xdp.frags': '5.18',
  'xdp.frags/devmap': '5.18',
  'xdp.frags/cpumap': '5.18',
  'sk_reuseport/migrate': '5.14',
  'cgroup/sock_release': '5.9',
  'cgroup/getpeername4': '5.8',
  'cgroup/getpeername6': '5.8',
  'cgroup/getsockname4': '5.8',
  'cgroup/getsockname6': '5.8',
  'cgroup/connect_unix': '6.7',
  'cgroup/sendmsg_unix': '6.7',
  'cgroup/recvmsg_unix': '6.7',
  'cgroup/getpeername_unix': '6.7',
  'cgroup/getsockname_unix': '6.7',
};

/** The Linux that a section needs; undefined for one that no kernel is known to have. */
export function sectionSince(section: string): LinuxVersion | undefined {
  const { kind } = parseSection(section);
  const text = section.replace(/^\?/, '');
  if (Object.hasOwn(sections, text)) return sections[text];
  return kind === 'unknown' || kind === 'incomplete' ? undefined : kinds[kind];
}

/** The Linux whose programs of a kind may sleep (BPF_F_SLEEPABLE). */
export function sleepableSince(kind: string): LinuxVersion {
  if (kind === 'iter') return '5.18';
  if (/^(?:u|usdt)/.test(kind)) return '6.0';
  return kind === 'struct_ops' ? '6.3' : kind === 'syscall' ? '5.14' : '5.10';
}

/** The Linux that a section needs, if this release, as `uname -r` has it, is older; undefined otherwise. */
export function newerLinux(section: string, release: string): LinuxVersion | undefined {
  const wanted = sectionSince(section);
  const own = /^\d+\.\d+/.exec(release)?.[0] as LinuxVersion | undefined;
  return wanted !== undefined && own !== undefined && compareVersions(own, wanted) < 0 ? wanted : undefined;
}
