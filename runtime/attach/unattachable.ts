import { message, type Phrase } from '../../core/message.js';
/** Why a program of a section is not attached, and what to do instead. */
export interface Unattachable {
  readonly reason: Phrase;
  readonly cure: Phrase;
}

const tunnel: Unattachable = {
  reason: message`a program for tunnels belongs to a route, which tsecli does not make`,
  cure: message`give the object to the route: ip route add … encap bpf in object FILE section SECTION`,
};

const redirected: Unattachable = {
  reason: message`it belongs into an entry of a map, where packets are redirected to; no interface runs it`,
  cure: message`write SEC("xdp") for a program that an interface runs`,
};

/** By kind, or by a whole section where the kind's others are attached. */
const table: Readonly<Record<string, Unattachable>> = {
  'xdp/devmap': redirected,
  'xdp.frags/devmap': redirected,
  'xdp/cpumap': redirected,
  'xdp.frags/cpumap': redirected,
  lwt: tunnel,
  lirc_mode2: {
    reason: message`a program for infrared remotes belongs to a receiver, which tsecli does not open`,
    cure: message`attach it with ir-keytable --protocol FILE`,
  },
  sk_reuseport: {
    reason: message`it belongs to a socket of the server that shares its port, and only the server can attach it`,
    cure: message`set it there with SO_ATTACH_REUSEPORT_EBPF`,
  },
  freplace: {
    reason: message`it replaces a function of a BPF program that is not in this package`,
    cure: message`load it with the program that it replaces a part of`,
  },
  netkit: {
    reason: message`it belongs to a pair of netkit devices, and to who made them`,
    cure: message`write SEC("tcx/ingress") and name the device with --iface`,
  },
};

/** What is known of a section that no attacher takes; undefined for any other. */
export function unattachable(kind: string, section: string): Unattachable | undefined {
  const name = section.replace(/^\?/, '');
  const key = Object.hasOwn(table, name) ? name : kind;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
