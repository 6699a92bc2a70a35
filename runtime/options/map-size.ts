import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** How large the user wants a map to be. */
export interface MapSize {
  readonly map: string;
  /** Entries, or bytes of a ring buffer: a whole number from 1 to 2^32 - 1. */
  readonly size: number;
}

/** A map's max_entries is a __u32 (union bpf_attr). */
const largest = 2 ** 32 - 1;

/** What the letter behind a number multiplies it with. */
export const unitSizes: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Reads `--map-size MAP=N`, where N may end in k, m or g for 2^10, 2^20 or 2^30; throws `usage`. */
export function parseMapSize(text: string): MapSize {
  const match = /^([^=]+)=(\d{1,10})([kmgKMG]?)$/.exec(text);
  const [, map = '', digits = '', unit = ''] = match ?? [];
  if (!match) {
    throw new TseccError('usage', message`read --map-size '${text}': it is not of the form MAP=N`, {
      cure: message`for instance --map-size events=1m`,
    });
  }
  const size = Number(digits) * (unitSizes[unit.toLowerCase()] ?? 1);
  if (size >= 1 && size <= largest) return { map, size };
  throw new TseccError('usage', message`read --map-size '${text}': a size goes from 1 to ${largest}`);
}
