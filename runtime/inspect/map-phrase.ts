import { message, type Phrase } from '../../core/message.js';
import type { MapDescription } from './types.js';

/** What a map is and how large: `hash, 1024 entries, u32 (4 bytes) -> u64 (8 bytes)`. */
export function mapPhrase(map: MapDescription): Phrase {
  const { type, section, keySize, valueSize, key, value, pinned } = map;
  const what = section === undefined ? sizePhrase(map) : message`variables of ${section}, ${valueSize} bytes`;
  const isBuffer = /^(?:ringbuf|user_ringbuf|perf_event_array|arena)$/.test(type);
  const pair = message`${what}, ${spell(key, keySize)} -> ${spell(value, valueSize)}`;
  const whole = section !== undefined || isBuffer || (keySize === 0 && valueSize === 0) ? what : pair;
  return pinned === undefined ? whole : message`${whole}; pinned at ${pinned}`;
}

function sizePhrase({ type, maxEntries }: MapDescription): Phrase {
  if (type.endsWith('ringbuf')) return message`${type}, ${maxEntries} bytes`;
  if (maxEntries === 0) return message`${type}, as many entries as processors or as needed`;
  return maxEntries === 1 ? message`${type}, 1 entry` : message`${type}, ${maxEntries} entries`;
}

const spell = (type: string | undefined, size: number): Phrase =>
  type === undefined ? message`${size} bytes` : message`${type} (${size} bytes)`;
