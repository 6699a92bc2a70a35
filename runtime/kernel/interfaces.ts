import { littleEndian } from './bpf.js';
import { decodeAttributes, textIn } from './route-attributes.js';
import { askRoute, requestFlags } from './route-socket.js';
import type { Kernel } from './types.js';

// include/uapi/linux/rtnetlink.h, include/uapi/linux/if_link.h
const RTM_GETLINK = 18;
const IFLA_IFNAME = 3;
const interfaceMessageSize = 16;

/** A network interface of this process's network namespace. */
export interface NetworkInterface {
  readonly index: number;
  readonly name: string;
}

/** All interfaces, by rtnetlink: /sys/class/net may show another namespace's. */
export function listInterfaces(kernel: Kernel): readonly NetworkInterface[] {
  const body = new Uint8Array(interfaceMessageSize);
  return askRoute(kernel, { type: RTM_GETLINK, flags: requestFlags.dump, body }).flatMap((answer) => {
    if (answer.length < interfaceMessageSize) return [];
    const index = new DataView(answer.buffer, answer.byteOffset).getInt32(4, littleEndian);
    const name = textIn(decodeAttributes(answer.subarray(interfaceMessageSize)).get(IFLA_IFNAME));
    return name === undefined ? [] : [{ index, name }];
  });
}
