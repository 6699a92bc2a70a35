import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { unitSizes } from './map-size.js';

/** The largest power of two that a map's max_entries, a __u32, holds. */
const largest = 2 ** 31;

/** Reads the value of `--buffer-size` as bytes: a number that may end in k, m or g for 2^10, 2^20 or 2^30; throws `usage`. */
export function parseBufferSize(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,10})([kmgKMG]?)$/.exec(text) ?? [];
  const size = Number(digits) * (unitSizes[unit.toLowerCase()] ?? 1);
  if (digits !== '' && size >= 1 && size <= largest) return size;
  throw new TseccError(
    'usage',
    message`read --buffer-size '${text}': it is no number of bytes up to ${largest}`,
    {
      cure: message`for instance --buffer-size 4m`,
    },
  );
}
