import { shorten } from './shorten.js';

const units = ['ns', 'µs', 'ms', 's'] as const;

/** Nanoseconds for a person, to four digits: `950 ns`, `1.234 ms`, `12.3 s`. */
export function formatNanoseconds(value: number | bigint): string {
  return shorten(value, 1000, units);
}

/** Microseconds for a person, to four digits: `950 µs`, `1.234 s`. */
export function formatMicroseconds(value: number | bigint): string {
  return shorten(value, 1000, units.slice(1));
}
