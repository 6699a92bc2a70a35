import { reserve, type TextSink } from './text-sink.js';

const zero = 0x30;
const minus = 0x2d;

/** 10^9: the largest power of ten below 2^32. */
const billion = 1_000_000_000;

/** Writes a whole number of at most 2^53 - 1 in decimal. */
export function writeInteger(sink: TextSink, value: number): void {
  reserve(sink, 20);
  let rest = value;
  if (rest < 0) {
    sink.bytes[sink.at++] = minus;
    rest = -rest;
  }
  writeDigits(sink, rest);
}

/** Writes an unsigned 64-bit number, given as two halves, in decimal and exactly, without a bigint. */
export function writeUnsigned64(sink: TextSink, high: number, low: number): void {
  // Below 2^53 a double is exact.
  if (high < 0x20_0000) return writeInteger(sink, high * 0x1_0000_0000 + low);
  reserve(sink, 20);
  // Long division by 10^9, sixteen bits at a time: no remainder with its next digits comes near 2^53.
  let quotient = 0;
  let remainder = 0;
  for (const limb of [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff]) {
    const part = remainder * 0x1_0000 + limb;
    const digit = Math.floor(part / billion);
    quotient = quotient * 0x1_0000 + digit;
    remainder = part - digit * billion;
  }
  writeDigits(sink, quotient);
  writePadded(sink, remainder);
}

/** Writes a signed 64-bit number, given as its two halves as unsigned numbers. */
export function writeSigned64(sink: TextSink, high: number, low: number): void {
  if (high < 0x8000_0000) return writeUnsigned64(sink, high, low);
  reserve(sink, 1);
  sink.bytes[sink.at++] = minus;
  // Two's complement: a borrow from the high half, but where the low half is 0.
  writeUnsigned64(
    sink,
    (low === 0 ? 0x1_0000_0000 - high : 0xffff_ffff - high) >>> 0,
    low === 0 ? 0 : 0x1_0000_0000 - low,
  );
}

function writeDigits(sink: TextSink, value: number): void {
  if (value >= billion) {
    const high = Math.floor(value / billion);
    writeDigits(sink, high);
    return writePadded(sink, value - high * billion);
  }
  let count = 1;
  for (let limit = 10; value >= limit; limit *= 10) count++;
  writeSmall(sink, value, count);
}

/** Nine digits, with leading zeros. */
function writePadded(sink: TextSink, value: number): void {
  writeSmall(sink, value, 9);
}

function writeSmall(sink: TextSink, value: number, count: number): void {
  const { bytes, at } = sink;
  // Numbers below 10^9 fit 31 bits, so the engine divides integers.
  let rest = value | 0;
  for (let index = at + count - 1; index >= at; index--) {
    const next = (rest / 10) | 0;
    bytes[index] = zero + rest - next * 10;
    rest = next;
  }
  sink.at = at + count;
}

const hexDigits = new TextEncoder().encode('0123456789abcdef');

/** Writes a 64-bit number, given as two halves, as `0x…` without leading zeros. */
export function writeHex64(sink: TextSink, high: number, low: number): void {
  reserve(sink, 18);
  sink.bytes[sink.at++] = zero;
  sink.bytes[sink.at++] = 0x78;
  let started = false;
  for (let shift = 60; shift >= 0; shift -= 4) {
    const digit = (shift >= 32 ? high >>> (shift - 32) : low >>> shift) & 0xf;
    started ||= digit !== 0 || shift === 0;
    if (started) sink.bytes[sink.at++] = hexDigits[digit] ?? zero;
  }
}
