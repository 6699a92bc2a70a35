import { message, type Phrase } from '../../core/message.js';
import { parseSection } from '../../core/object/program-kinds.js';

/** When a program runs, by its section: `when the kernel enters do_unlinkat`. */
export function placePhrase(section: string): Phrase {
  const parsed = parseSection(section);
  if (parsed.kind === 'unknown' || parsed.kind === 'incomplete') {
    return message`nobody knows when: ${parsed.reason}`;
  }
  const { kind, target = '' } = parsed;
  const text = section.replace(/^\?/, '');
  switch (kind) {
    case 'kprobe':
      return parsed.offset === 0
        ? message`when the kernel enters ${target}`
        : message`when the kernel is ${parsed.offset} bytes into ${target}`;
    case 'kprobe.multi':
    case 'fentry':
      return message`when the kernel enters ${target}`;
    case 'kretprobe':
    case 'kretprobe.multi':
    case 'fexit':
      return message`when the kernel leaves ${target}`;
    case 'kprobe.session':
      return message`when the kernel enters ${target}, and when it leaves it`;
    case 'fmod_ret':
      return message`when the kernel enters ${target}, which it can let fail`;
    case 'ksyscall':
      return message`when a program makes the system call ${target}`;
    case 'kretsyscall':
      return message`when a system call ${target} has ended`;
    case 'tracepoint':
    case 'raw_tp':
    case 'raw_tp.w':
    case 'tp_btf':
      return message`when the kernel passes the tracepoint ${target}`;
    case 'uprobe':
    case 'uprobe.multi':
      return target === ''
        ? message`when a program enters a function that is still to be named`
        : message`when a program enters ${target}`;
    case 'uretprobe':
    case 'uretprobe.multi':
      return target === ''
        ? message`when a program leaves a function that is still to be named`
        : message`when a program leaves ${target}`;
    case 'uprobe.session':
      return message`when a program enters ${target}, and when it leaves it`;
    case 'usdt':
      return message`when a program passes its probe ${target}`;
    case 'lsm':
    case 'lsm_cgroup':
      return message`when the kernel asks its security modules ${target}`;
    case 'iter':
      return message`for each ${target} that the kernel has`;
    case 'perf_event':
      return message`at intervals, on each processor`;
    case 'syscall':
      return message`once, when it is loaded`;
    case 'xdp':
      return message`for each packet that an interface receives, before the kernel does`;
    case 'tc':
      return message`for each packet that an interface receives or sends`;
    case 'tcx':
      return text.endsWith('egress')
        ? message`for each packet that an interface sends`
        : message`for each packet that an interface receives`;
    case 'netkit':
      return message`for each packet of a netkit device`;
    case 'netfilter':
      return message`for each packet that passes netfilter`;
    case 'socket':
      return message`for each packet that a socket receives`;
    case 'lwt':
      return message`for each packet of a route`;
    case 'sk_skb':
    case 'sk_msg':
      return message`for each message of sockets in a map`;
    case 'sk_lookup':
      return message`when the kernel looks for the socket of a packet`;
    case 'sk_reuseport':
      return message`when sockets share a port`;
    case 'flow_dissector':
      return message`when the kernel tells the flow of a packet`;
    case 'sockops':
      return message`when something happens to a connection of a cgroup`;
    case 'cgroup':
      return cgroupPhrase(text);
    case 'struct_ops':
      return message`in place of a function of the kernel`;
    case 'freplace':
      return message`in place of a function of another BPF program`;
    case 'lirc_mode2':
      return message`when a remote control is pressed`;
    default:
      return kind satisfies never;
  }
}

function cgroupPhrase(section: string): Phrase {
  if (section.endsWith('skb') || section.startsWith('cgroup_skb')) {
    return section.endsWith('egress')
      ? message`for each packet that a cgroup sends`
      : message`for each packet that a cgroup receives`;
  }
  const what = section.slice(section.indexOf('/') + 1);
  return message`when a process of a cgroup does ${what}`;
}
