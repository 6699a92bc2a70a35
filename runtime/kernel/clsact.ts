import { decodeAttributes, textIn } from './route-attributes.js';
import { askRoute, requestFlags } from './route-socket.js';
import { decodeTcMessage, encodeTcMessage } from './tc-message.js';
import type { Kernel } from './types.js';

// include/uapi/linux/rtnetlink.h, include/uapi/linux/pkt_sched.h
const RTM_NEWQDISC = 36;
const RTM_DELQDISC = 37;
const RTM_GETQDISC = 38;
const TCA_KIND = 1;
const TC_H_CLSACT = 0xffff_fff1;
const clsactHandle = 0xffff_0000;

/** Parents of the filters in a clsact qdisc: TC_H_MAKE(TC_H_CLSACT, TC_H_MIN_INGRESS) and _EGRESS. */
export const clsactParents = { ingress: 0xffff_fff2, egress: 0xffff_fff3 } as const;

/** What stands at an interface's hooks for filters: `clsact`, or the older `ingress`, which has no egress side. */
export function findClsact(kernel: Kernel, ifindex: number): string | undefined {
  const body = encodeTcMessage({ ifindex, handle: 0, parent: 0, info: 0 });
  // Every interface's come back, whatever is asked for.
  for (const answer of askRoute(kernel, { type: RTM_GETQDISC, flags: requestFlags.dump, body })) {
    const decoded = decodeTcMessage(answer);
    if (decoded?.message.ifindex === ifindex && decoded.message.parent === TC_H_CLSACT) {
      return textIn(decodeAttributes(decoded.rest).get(TCA_KIND));
    }
  }
  return undefined;
}

/** Adds a clsact qdisc (Linux ≥ 4.5); fails with EEXIST where one is, with ENOENT where the kernel has none. */
export function addClsact(kernel: Kernel, ifindex: number): void {
  const flags = requestFlags.acknowledge | requestFlags.create | requestFlags.exclusive;
  const message = { ifindex, handle: clsactHandle, parent: TC_H_CLSACT, info: 0 };
  askRoute(kernel, { type: RTM_NEWQDISC, flags, body: encodeTcMessage(message, [[TCA_KIND, 'clsact']]) });
}

/** Removes the clsact qdisc with all its filters. */
export function removeClsact(kernel: Kernel, ifindex: number): void {
  const message = { ifindex, handle: clsactHandle, parent: TC_H_CLSACT, info: 0 };
  const body = encodeTcMessage(message, [[TCA_KIND, 'clsact']]);
  askRoute(kernel, { type: RTM_DELQDISC, flags: requestFlags.acknowledge, body });
}
