import { attachTypes } from '../kernel/attach-types.js';

/** A hook of cgroups. */
export interface CgroupHook {
  /** enum bpf_attach_type. */
  readonly type: number;
  /** The first Linux that has it, where that is later than 5.7, which brought links for all of them. */
  readonly since?: string;
}

const unix = '6.7';

/** The hook of each section for cgroups, as libbpf's section_defs have them; `cgroup/skb` alone means what comes in. */
export const cgroupHooks: Readonly<Record<string, CgroupHook>> = {
  'cgroup_skb/ingress': { type: attachTypes.BPF_CGROUP_INET_INGRESS },
  'cgroup_skb/egress': { type: attachTypes.BPF_CGROUP_INET_EGRESS },
  'cgroup/skb': { type: attachTypes.BPF_CGROUP_INET_INGRESS },
  'cgroup/sock_create': { type: attachTypes.BPF_CGROUP_INET_SOCK_CREATE },
  'cgroup/sock_release': { type: attachTypes.BPF_CGROUP_INET_SOCK_RELEASE, since: '5.9' },
  'cgroup/sock': { type: attachTypes.BPF_CGROUP_INET_SOCK_CREATE },
  'cgroup/post_bind4': { type: attachTypes.BPF_CGROUP_INET4_POST_BIND },
  'cgroup/post_bind6': { type: attachTypes.BPF_CGROUP_INET6_POST_BIND },
  'cgroup/bind4': { type: attachTypes.BPF_CGROUP_INET4_BIND },
  'cgroup/bind6': { type: attachTypes.BPF_CGROUP_INET6_BIND },
  'cgroup/connect4': { type: attachTypes.BPF_CGROUP_INET4_CONNECT },
  'cgroup/connect6': { type: attachTypes.BPF_CGROUP_INET6_CONNECT },
  'cgroup/connect_unix': { type: attachTypes.BPF_CGROUP_UNIX_CONNECT, since: unix },
  'cgroup/sendmsg4': { type: attachTypes.BPF_CGROUP_UDP4_SENDMSG },
  'cgroup/sendmsg6': { type: attachTypes.BPF_CGROUP_UDP6_SENDMSG },
  'cgroup/sendmsg_unix': { type: attachTypes.BPF_CGROUP_UNIX_SENDMSG, since: unix },
  'cgroup/recvmsg4': { type: attachTypes.BPF_CGROUP_UDP4_RECVMSG },
  'cgroup/recvmsg6': { type: attachTypes.BPF_CGROUP_UDP6_RECVMSG },
  'cgroup/recvmsg_unix': { type: attachTypes.BPF_CGROUP_UNIX_RECVMSG, since: unix },
  'cgroup/getpeername4': { type: attachTypes.BPF_CGROUP_INET4_GETPEERNAME, since: '5.8' },
  'cgroup/getpeername6': { type: attachTypes.BPF_CGROUP_INET6_GETPEERNAME, since: '5.8' },
  'cgroup/getpeername_unix': { type: attachTypes.BPF_CGROUP_UNIX_GETPEERNAME, since: unix },
  'cgroup/getsockname4': { type: attachTypes.BPF_CGROUP_INET4_GETSOCKNAME, since: '5.8' },
  'cgroup/getsockname6': { type: attachTypes.BPF_CGROUP_INET6_GETSOCKNAME, since: '5.8' },
  'cgroup/getsockname_unix': { type: attachTypes.BPF_CGROUP_UNIX_GETSOCKNAME, since: unix },
  'cgroup/sysctl': { type: attachTypes.BPF_CGROUP_SYSCTL },
  'cgroup/getsockopt': { type: attachTypes.BPF_CGROUP_GETSOCKOPT },
  'cgroup/setsockopt': { type: attachTypes.BPF_CGROUP_SETSOCKOPT },
  'cgroup/dev': { type: attachTypes.BPF_CGROUP_DEVICE },
  sockops: { type: attachTypes.BPF_CGROUP_SOCK_OPS },
  lsm_cgroup: { type: attachTypes.BPF_LSM_CGROUP, since: '6.0' },
};

/** The hook that a section names: the whole of it, or for `lsm_cgroup/socket_bind` its prefix. */
export function cgroupHook(section: string): CgroupHook | undefined {
  const name = section.replace(/^\?/, '');
  const found = Object.hasOwn(cgroupHooks, name) ? name : (name.split('/')[0] ?? '');
  return Object.hasOwn(cgroupHooks, found) ? cgroupHooks[found] : undefined;
}
