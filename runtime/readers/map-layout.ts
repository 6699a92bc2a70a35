import type { ObjectMap } from '../../core/object/types.js';
import { hasEntries, isArrayMap, isPerCpuMap } from '../../core/object/map-types.js';
import type { EventType } from '../decode/types.js';
import { rawType } from './raw-type.js';
import { invalidMap } from '../../core/package/map-settings.js';
import type { PackageFacts } from '../../core/package/types.js';
import { packageType } from './package-type.js';
import { message } from '../../core/message.js';

/** What the entries of a sampled map are. */
export interface MapLayout {
  readonly name: string;
  readonly key: EventType;
  readonly value: EventType;
  /** Values that each entry has: one for every processor of a per-CPU map. */
  readonly cpus: number;
  /** Bytes from one processor's value to the next, as the kernel rounds them; the value's own size without them. */
  readonly stride: number;
  /** All keys are always there: the key is an index. */
  readonly isArray: boolean;
  readonly maxEntries: number;
}

/** The layout of a map that is to be sampled. Throws `package-invalid` for a map that has no entries to read. */
export function mapLayout(context: PackageFacts, map: ObjectMap, cpuCount: () => number): MapLayout {
  const { name, type, maxEntries, keySize, valueSize, keyTypeId, valueTypeId } = map;
  if (!hasEntries(type)) throw invalidMap(name, message`maps of type ${type} cannot be sampled`);
  const { littleEndian } = context.object.elf;
  const typeOf = (id: number | undefined, size: number): EventType =>
    id === undefined ? rawType(littleEndian, size) : packageType(context, name, id);
  const perCpu = isPerCpuMap(type);
  return {
    name,
    key: typeOf(keyTypeId, keySize),
    value: typeOf(valueTypeId, valueSize),
    cpus: perCpu ? cpuCount() : 1,
    stride: perCpu ? Math.ceil(valueSize / 8) * 8 : valueSize,
    isArray: isArrayMap(type),
    maxEntries,
  };
}
