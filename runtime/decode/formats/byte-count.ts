import { shorten } from './shorten.js';

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/** A number of bytes for a person, to four digits: `512 B`, `1.5 KiB`. */
export function formatBytes(value: number | bigint): string {
  return shorten(value, 1024, units);
}
