import { littleEndian } from './bpf.js';
import { encodeAttributes, type RouteAttribute } from './route-attributes.js';

/** struct tcmsg of include/uapi/linux/rtnetlink.h: what a message about traffic control begins with. */
export interface TcMessage {
  readonly ifindex: number;
  readonly handle: number;
  readonly parent: number;
  /** For filters: priority in the upper half, Ethernet protocol in network byte order in the lower. */
  readonly info: number;
}

const size = 20;

/** The message with its attributes behind it. */
export function encodeTcMessage(message: TcMessage, attributes: readonly RouteAttribute[] = []): Uint8Array {
  const head = new DataView(new ArrayBuffer(size));
  head.setInt32(4, message.ifindex, littleEndian);
  for (const [offset, value] of [
    [8, message.handle],
    [12, message.parent],
    [16, message.info],
  ] as const) {
    head.setUint32(offset, value >>> 0, littleEndian);
  }
  return new Uint8Array(Buffer.concat([new Uint8Array(head.buffer), encodeAttributes(attributes)]));
}

/** The message in an answer, and the bytes of its attributes; undefined when it is too short for one. */
export function decodeTcMessage(
  bytes: Uint8Array,
): { readonly message: TcMessage; readonly rest: Uint8Array } | undefined {
  if (bytes.length < size) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const word = (offset: number): number => view.getUint32(offset, littleEndian);
  const message = {
    ifindex: view.getInt32(4, littleEndian),
    handle: word(8),
    parent: word(12),
    info: word(16),
  };
  return { message, rest: bytes.subarray(size) };
}
