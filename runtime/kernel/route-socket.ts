import { PhrasedError } from '../../core/phrased-error.js';
import { littleEndian } from './bpf.js';
import { SystemCallError } from './libc.js';
import type { Kernel } from './types.js';
import { message } from '../../core/message.js';

// include/linux/socket.h, include/uapi/linux/netlink.h
const AF_NETLINK = 16;
const SOCK_RAW = 3;
const NETLINK_ROUTE = 0;
const NLMSG_ERROR = 2;
const NLMSG_DONE = 3;
const headerSize = 16;

/** Flags of a request (NLM_F_*, include/uapi/linux/netlink.h). */
export const requestFlags = {
  request: 1,
  acknowledge: 4,
  dump: 0x300,
  exclusive: 0x200,
  create: 0x400,
} as const;

/** What is asked of the kernel's network configuration. */
export interface RouteRequest {
  /** RTM_*, include/uapi/linux/rtnetlink.h. */
  readonly type: number;
  /** Beside NLM_F_REQUEST. */
  readonly flags: number;
  /** What stands behind the message's header. */
  readonly body: Uint8Array;
}

/** Answers are never longer: the kernel fits them to the buffer, up to 32 KiB (net/netlink/af_netlink.c). */
const bufferSize = 65_536;

/**
 * Sends one request over rtnetlink and gives the bodies of the answers. The kernel answers before it returns from
 * sending, so nothing is waited for. Throws {@link SystemCallError} with the errno that the kernel answers.
 */
export function askRoute(kernel: Kernel, request: RouteRequest): readonly Uint8Array[] {
  const socket = kernel.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
  try {
    kernel.write(socket, messageOf(request));
    return readAnswers(kernel, socket);
  } finally {
    kernel.close(socket);
  }
}

function messageOf({ type, flags, body }: RouteRequest): Uint8Array {
  const message = new Uint8Array(headerSize + body.length);
  const view = new DataView(message.buffer);
  view.setUint32(0, message.length, littleEndian);
  view.setUint16(4, type, littleEndian);
  view.setUint16(6, flags | requestFlags.request, littleEndian);
  message.set(body, headerSize);
  return message;
}

function readAnswers(kernel: Kernel, socket: number): readonly Uint8Array[] {
  const answers: Uint8Array[] = [];
  const buffer = new Uint8Array(bufferSize);
  for (;;) {
    const size = kernel.read(socket, buffer);
    if (size === undefined || size === 0) throw new PhrasedError(message`rtnetlink: the answer has no end`);
    for (const { type, body } of messagesIn(buffer.slice(0, size))) {
      if (type === NLMSG_DONE) return answers;
      if (type === NLMSG_ERROR) {
        const number = -new DataView(body.buffer, body.byteOffset).getInt32(0, littleEndian);
        if (number !== 0) throw new SystemCallError('rtnetlink', number);
        return answers;
      }
      answers.push(body);
    }
  }
}

function* messagesIn(bytes: Uint8Array): Generator<{ readonly type: number; readonly body: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + headerSize <= bytes.length;) {
    const size = view.getUint32(at, littleEndian);
    if (size < headerSize || at + size > bytes.length)
      throw new PhrasedError(message`rtnetlink: an answer is cut off`);
    yield { type: view.getUint16(at + 4, littleEndian), body: bytes.subarray(at + headerSize, at + size) };
    at += aligned(size);
  }
}

/** NLMSG_ALIGN and RTA_ALIGN: everything begins at a multiple of four. */
export function aligned(size: number): number {
  return (size + 3) & ~3;
}
