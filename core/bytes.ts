import { message, type Phrase } from './message.js';
/** Turns the reason why bytes could not be read into the error of the format that is being read. */
export type Fail = (reason: Phrase) => Error;

/** Reads numbers out of bytes; every read outside of them throws the caller's error, with the offset. */
export interface ByteReader {
  readonly length: number;
  readonly u8: (offset: number) => number;
  readonly u16: (offset: number) => number;
  readonly u32: (offset: number) => number;
  readonly i32: (offset: number) => number;
  /** An unsigned 64-bit number; one beyond 2^53 - 1 is refused, as no file offset or size comes near it. */
  readonly u64: (offset: number) => number;
  readonly bigU64: (offset: number) => bigint;
  /** A view of `size` bytes, not a copy. */
  readonly slice: (offset: number, size: number) => Uint8Array;
}

/** A {@link ByteReader} over `bytes`; what is wrong goes through `fail`, whose error is thrown. */
export function byteReader(bytes: Uint8Array, littleEndian: boolean, fail: Fail): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length;

  function check(offset: number, size: number): void {
    // Written so that NaN fails too.
    if (offset >= 0 && size >= 0 && offset + size <= length) return;
    throw fail(message`offset ${offset}: ${size} bytes wanted, the end is at ${length}`);
  }

  function bigU64(offset: number): bigint {
    check(offset, 8);
    return view.getBigUint64(offset, littleEndian);
  }

  return {
    length,
    u8: (offset) => (check(offset, 1), view.getUint8(offset)),
    u16: (offset) => (check(offset, 2), view.getUint16(offset, littleEndian)),
    u32: (offset) => (check(offset, 4), view.getUint32(offset, littleEndian)),
    i32: (offset) => (check(offset, 4), view.getInt32(offset, littleEndian)),
    u64: (offset) => {
      const value = bigU64(offset);
      if (value > BigInt(Number.MAX_SAFE_INTEGER))
        throw fail(message`offset ${offset}: ${value} is out of range`);
      return Number(value);
    },
    bigU64,
    slice: (offset, size) => (check(offset, size), bytes.subarray(offset, offset + size)),
  };
}

/** Writes an unsigned 32-bit number into `bytes`, in place. */
export function writeU32(bytes: Uint8Array, offset: number, value: number, littleEndian: boolean): void {
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint32(offset, value, littleEndian);
}

/** Writes an unsigned 64-bit number into `bytes`, in place. */
export function writeU64(bytes: Uint8Array, offset: number, value: number, littleEndian: boolean): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setBigUint64(offset, BigInt(value), littleEndian);
}

/** The parts one behind the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
