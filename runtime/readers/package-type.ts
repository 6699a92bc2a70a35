import { BtfError } from '../../core/btf/btf-error.js';
import { invalidMap } from '../../core/package/map-settings.js';
import { packageShape } from '../../core/package/package-shape.js';
import type { PackageFacts } from '../../core/package/types.js';
import type { TypedShape } from '../../core/record/types.js';
import { eventType } from '../decode/event-type.js';
import type { EventType } from '../decode/types.js';

/** The type of an id that the package gives `map`, ready for decoding. Throws as {@link packageShape} does. */
export function packageType(facts: PackageFacts, map: string, typeId: number): EventType {
  return readyType(facts, map, packageShape(facts, map, typeId));
}

/** A type of a map's data made ready for decoding. Throws `package-invalid` for one that would become too much. */
export function readyType({ object }: PackageFacts, map: string, { name, shape }: TypedShape): EventType {
  try {
    return eventType(name, object.elf.littleEndian, shape);
  } catch (cause) {
    if (!(cause instanceof BtfError)) throw cause;
    throw invalidMap(map, cause.phrases.message, cause);
  }
}
