import { columnsOf } from '../decode/columns.js';
import { decoderFor } from '../decode/decoder.js';
import { ShortRecordError } from '../decode/short-record.js';
import { sourceOf } from '../decode/source.js';
import type { Field, Shape } from '../../core/record/types.js';
import type { EventType } from '../decode/types.js';
import type { MapEntries } from '../kernel/map-entries.js';
import { cellText } from '../render/cell-text.js';
import type { MapLayout } from './map-layout.js';
import { invalidMap } from '../../core/package/map-settings.js';
import { sumReader, type IntegerPlace } from './sum-values.js';
import type { HistogramEntry } from './types.js';
import { message } from '../../core/message.js';

/** Most slots of one histogram. */
const maxSlots = 65_536;

/** Makes histograms of a map's entries, which may come in several chunks. */
export interface HistogramSample {
  readonly add: (entries: MapEntries) => void;
  /** What was added since the last time, without what has not counted anything. */
  readonly take: () => readonly HistogramEntry[];
}

/**
 * Reads a map's entries as histograms: a value that is an array of whole numbers, or that has one in it (called
 * `slots`, or the only one), is a histogram of its own; whole numbers in an array map are the slots of one. Those of
 * all processors are added up. Throws `package-invalid` for a map that holds neither.
 */
export function histogramSample(layout: MapLayout): HistogramSample {
  const { name, value, isArray, maxEntries } = layout;
  const slots = slotsOf(value);
  if (slots) return histogramPerEntry(layout, slots);
  if (isArray && value.shape.kind === 'integer' && maxEntries <= maxSlots) return histogramOfEntries(layout);
  throw invalidMap(
    name,
    message`its ${value.name} holds no histogram: an array of at most ${maxSlots} whole numbers is wanted, called slots`,
  );
}

interface Slots {
  readonly places: readonly IntegerPlace[];
  /** The field that holds them; undefined where they are the whole value. */
  readonly field: Field | undefined;
}

function slotsOf({ shape, littleEndian }: EventType): Slots | undefined {
  if (shape.kind !== 'record') {
    const places = placesOf(shape, 0, littleEndian);
    return places && { places, field: undefined };
  }
  const arrays = shape.fields.filter((field) => placesOf(field.shape, field.offset, littleEndian));
  const field = arrays.find(({ name }) => name === 'slots') ?? (arrays.length === 1 ? arrays[0] : undefined);
  const places = field && placesOf(field.shape, field.offset, littleEndian);
  return places && { places, field };
}

function placesOf(shape: Shape, start: number, littleEndian: boolean): readonly IntegerPlace[] | undefined {
  if (shape.kind !== 'array' || shape.length === 0 || shape.length > maxSlots) return undefined;
  const { element, stride, length } = shape;
  if (element.kind !== 'integer') return undefined;
  return Array.from({ length }, (_, index) => ({
    offset: start + index * stride,
    shape: element,
    littleEndian,
  }));
}

function histogramPerEntry(layout: MapLayout, { places, field }: Slots): HistogramSample {
  const readers = places.map((place) => sumReader(place, layout));
  const labelOf = labelReader(layout, field);
  const keySize = layout.key.shape.size;
  const valueBytes = layout.cpus * layout.stride;
  let entries: HistogramEntry[] = [];
  return {
    add: ({ keys, values, count }) => {
      const from = sourceOf(values);
      for (let index = 0; index < count; index++) {
        const at = index * valueBytes;
        const slots = readers.map((read) => read(from, at));
        if (slots.every((slot) => slot === 0n)) continue;
        entries.push({ label: labelOf(keys, index * keySize, values, at), slots });
      }
    },
    take: () => {
      const taken = entries;
      entries = [];
      return taken;
    },
  };
}

function histogramOfEntries(layout: MapLayout): HistogramSample {
  const { value, key, maxEntries, cpus, stride } = layout;
  const { shape, littleEndian } = value;
  if (shape.kind !== 'integer') throw invalidMap(layout.name, message`its ${value.name} is no whole number`);
  const read = sumReader({ offset: 0, shape, littleEndian }, layout);
  const none = (): bigint[] => Array.from({ length: maxEntries }, () => 0n);
  let slots = none();
  return {
    add: ({ keys, values, count }) => {
      const { view } = sourceOf(keys);
      const from = sourceOf(values);
      for (let index = 0; index < count; index++) {
        const slot = view.getUint32(index * key.shape.size, littleEndian);
        if (slot < maxEntries) slots[slot] = read(from, index * cpus * stride);
      }
    },
    take: () => {
      const taken = slots;
      slots = none();
      return taken.every((slot) => slot === 0n) ? [] : [{ label: '', slots: taken }];
    },
  };
}

/** What tells a histogram from the others of its map: its key, unless it is the sole one, and the rest of its value. */
function labelReader(
  layout: MapLayout,
  slots: Field | undefined,
): (keys: Uint8Array, keyAt: number, values: Uint8Array, valueAt: number) => string {
  const isSole = layout.isArray && layout.maxEntries === 1;
  const keyText = isSole ? () => [] : textReader(layout.key, 'key');
  const restText = slots ? textReader(without(layout.value, slots), 'value') : () => [];
  return (keys, keyAt, values, valueAt) => [...keyText(keys, keyAt), ...restText(values, valueAt)].join(', ');
}

function without(type: EventType, slots: Field): EventType {
  const { shape } = type;
  if (shape.kind !== 'record') return type;
  return { ...type, shape: { ...shape, fields: shape.fields.filter((field) => field !== slots) } };
}

/** The fields of a type as `name = text`; of what is no struct, one called `name`. */
function textReader(type: EventType, name: string): (bytes: Uint8Array, at: number) => readonly string[] {
  const decode = decoderFor(type);
  const columns = columnsOf(type).map((column) =>
    type.shape.kind === 'record' ? column : { ...column, path: name },
  );
  return (bytes, at) => {
    const event = decode(sourceOf(bytes), at, type.shape.size);
    if (event instanceof ShortRecordError) return [];
    return columns.map(({ path, shape, get }) => `${path} = ${cellText(shape, get(event), 'person')}`);
  };
}
