import type { Kernel } from './types.js';

// include/linux/socket.h, asm-generic/socket.h, linux/if_packet.h, linux/if_ether.h
const AF_PACKET = 17;
const SOCK_RAW = 3;
const SOL_SOCKET = 1;
const SO_RCVBUF = 8;
const SO_ATTACH_BPF = 50;
const ETH_P_ALL = 3;

/**
 * Opens a socket that looks at every packet of an interface, of all for index 0, with the program as its filter.
 * What the filter lets through is dropped once the socket's buffer, as small as can be, is full: the kernel runs the
 * filter before it looks at the buffer (packet_rcv), so nobody need read. Closing the descriptor detaches.
 */
export function openPacketSocket(kernel: Kernel, program: number, ifindex: number): number {
  // Protocol 0: no packet comes before the filter is there.
  const socket = kernel.socket(AF_PACKET, SOCK_RAW, 0);
  try {
    kernel.setSocketOption(socket, SOL_SOCKET, SO_RCVBUF, 1);
    kernel.setSocketOption(socket, SOL_SOCKET, SO_ATTACH_BPF, program);
    kernel.bind(socket, linkAddress(ifindex));
    return socket;
  } catch (error) {
    kernel.close(socket);
    throw error;
  }
}

/** struct sockaddr_ll: family and index in the machine's byte order, the protocol in the network's. */
function linkAddress(ifindex: number): Uint8Array {
  const address = new Uint8Array(20);
  address.set(new Uint8Array(Uint16Array.of(AF_PACKET).buffer));
  new DataView(address.buffer).setUint16(2, ETH_P_ALL);
  address.set(new Uint8Array(Int32Array.of(ifindex).buffer), 4);
  return address;
}
