import { message } from '../message.js';
import { asObject, invalidMap, mapSettings } from './map-settings.js';
import type { PackageFacts } from './types.js';

/** How a map is sampled: `@sample`. */
export interface SampleSettings {
  readonly intervalMs: number;
  readonly type: 'default_kv' | 'log2_hist' | 'linear_hist';
  readonly unit: string;
  /** Entries are deleted once they were shown. */
  readonly clear: boolean;
}

/** The longest that a timer waits, in milliseconds. */
const longestMs = 2 ** 31 - 1;

/**
 * What the manifest says of a map's sampling; undefined for one that is not sampled: as with ecli, only an annotation
 * makes a map's content output. Throws `package-invalid` for settings that make no sense.
 */
export function sampleSettings(facts: PackageFacts, map: string): SampleSettings | undefined {
  const settings = mapSettings(facts, map);
  const sample = asObject(settings?.sample);
  if (!sample || settings?.export_config === 'no_export') return undefined;
  const { interval, type = 'default_kv', unit = '', clear_map: clear = false } = sample;
  if (typeof interval !== 'number' || !Number.isInteger(interval) || interval < 1 || interval > longestMs) {
    throw invalidMap(map, message`its interval is not a whole number of milliseconds`);
  }
  if (type !== 'default_kv' && type !== 'log2_hist' && type !== 'linear_hist') {
    throw invalidMap(map, message`its sample is of no known type: log2_hist, linear_hist or default_kv`);
  }
  if (typeof unit !== 'string' || typeof clear !== 'boolean') {
    throw invalidMap(
      map,
      message`its sample has a unit that is no text, or a clear_map that is not true or false`,
    );
  }
  return { intervalMs: interval, type, unit, clear };
}
