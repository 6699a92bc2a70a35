import { isBufferMap, isPerCpuMap } from '../../core/object/map-types.js';
import type { ObjectMap } from '../../core/object/types.js';
import { stackTraceOf } from '../../core/package/map-settings.js';
import { packageShape } from '../../core/package/package-shape.js';
import { recordTypes } from '../../core/package/record-types.js';
import { sampleSettings } from '../../core/package/sample-settings.js';
import type { PackageFacts } from '../../core/package/types.js';
import { isSummed } from '../../core/record/is-summed.js';
import { pairRecord } from '../../core/record/pair-record.js';
import { rawShape } from '../../core/record/raw-shape.js';
import { recordOf } from '../../core/record/record-of.js';
import type { RecordShape, TypedShape } from '../../core/record/types.js';

/** What a map sends to tsecli's output: records of some types, or what is made of its records or entries. */
export type StreamFacts =
  | { readonly map: string; readonly kind: 'records'; readonly records: readonly RecordShape[] }
  | { readonly map: string; readonly kind: 'histograms' }
  | { readonly map: string; readonly kind: 'stacks' };

/** Types of a map's key and value, as a sample shows them. */
export interface EntryTypes {
  readonly key: TypedShape;
  readonly value: TypedShape;
}

/**
 * What a package prints, in the order of its maps: as tsecli plans its sources. Throws `package-invalid` where the
 * package contradicts itself, as tsecli would.
 */
export function streamsOf(facts: PackageFacts): readonly StreamFacts[] {
  return facts.object.maps.flatMap((map) => {
    const stream = isBufferMap(map.type) ? bufferStream(facts, map) : sampleStream(facts, map);
    return stream ? [stream] : [];
  });
}

function bufferStream(facts: PackageFacts, map: ObjectMap): StreamFacts | undefined {
  const types = recordTypes(facts, map);
  if (!types) return undefined;
  const { name } = map;
  if (stackTraceOf(facts, name)) return { map: name, kind: 'stacks' };
  return { map: name, kind: 'records', records: types.map(recordOf) };
}

function sampleStream(facts: PackageFacts, map: ObjectMap): StreamFacts | undefined {
  const settings = sampleSettings(facts, map.name);
  if (!settings) return undefined;
  if (settings.type !== 'default_kv') return { map: map.name, kind: 'histograms' };
  const { key, value } = entryOf(facts, map);
  return { map: map.name, kind: 'records', records: [pairRecord(key, value)] };
}

/** The types of a map's entries. Bytes without a type are shown in hex. */
export function entryOf(facts: PackageFacts, map: ObjectMap): EntryTypes {
  const typeOf = (id: number | undefined, size: number): TypedShape =>
    id === undefined ? rawShape(size) : packageShape(facts, map.name, id, { whole: true });
  const value = typeOf(map.valueTypeId, map.valueSize);
  return {
    key: typeOf(map.keyTypeId, map.keySize),
    value: isPerCpuMap(map.type) ? ofAllCpus(value) : value,
  };
}

/** Numbers of all processors are added up; of anything else there is an array, of as many as the host has. */
function ofAllCpus({ name, shape }: TypedShape): TypedShape {
  if (isSummed(shape)) return { name, shape: { ...shape, size: 8 } };
  const { size } = shape;
  return {
    name: `${name}[]`,
    shape: { kind: 'array', size, element: shape, stride: size, length: 0, tail: 'rest' },
  };
}
