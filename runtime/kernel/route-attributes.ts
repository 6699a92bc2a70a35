import { littleEndian } from './bpf.js';
import { aligned } from './route-socket.js';

const headerSize = 4;

/** One attribute (struct rtattr): its type, and what it holds: a number of 32 bits, text, bytes or attributes. */
export type RouteAttribute = readonly [
  type: number,
  value: number | string | Uint8Array | readonly RouteAttribute[],
];

/** Attributes as they lie in a message. */
export function encodeAttributes(attributes: readonly RouteAttribute[]): Uint8Array {
  return new Uint8Array(Buffer.concat(attributes.map(encodeAttribute)));
}

function encodeAttribute([type, value]: RouteAttribute): Uint8Array {
  const payload = payloadOf(value);
  const bytes = new Uint8Array(aligned(headerSize + payload.length));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, headerSize + payload.length, littleEndian);
  view.setUint16(2, type, littleEndian);
  bytes.set(payload, headerSize);
  return bytes;
}

function payloadOf(value: RouteAttribute[1]): Uint8Array {
  if (typeof value === 'string') return Buffer.from(`${value}\0`);
  if (typeof value === 'number') {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, value >>> 0, littleEndian);
    return new Uint8Array(view.buffer);
  }
  return value instanceof Uint8Array ? value : encodeAttributes(value);
}

/** The attributes in these bytes by type, of several alike the last; what is cut off ends them. */
export function decodeAttributes(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<number, Uint8Array>();
  for (let at = 0; at + headerSize <= bytes.length;) {
    const size = view.getUint16(at, littleEndian);
    if (size < headerSize || at + size > bytes.length) break;
    // NLA_F_NESTED and NLA_F_NET_BYTEORDER are no part of the type.
    found.set(view.getUint16(at + 2, littleEndian) & 0x3fff, bytes.subarray(at + headerSize, at + size));
    at += aligned(size);
  }
  return found;
}

/** The number of 32 bits in an attribute; undefined where it is missing or of another size. */
export function numberIn(value: Uint8Array | undefined): number | undefined {
  if (value?.length !== 4) return undefined;
  return new DataView(value.buffer, value.byteOffset).getUint32(0, littleEndian);
}

/** The text in an attribute, without its closing zero. */
export function textIn(value: Uint8Array | undefined): string | undefined {
  return value && Buffer.from(value).toString('utf8').replace(/\0.*$/s, '');
}
