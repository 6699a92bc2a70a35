import type { ObjectMap } from '../../core/object/types.js';
import { recordTypes } from '../../core/package/record-types.js';
import type { PackageFacts } from '../../core/package/types.js';
import type { EventType } from '../decode/types.js';
import { readyType } from './package-type.js';

/** The types that records of a buffer may have, ready for decoding; which they are, and the errors, see {@link recordTypes}. */
export function bufferTypes(facts: PackageFacts, map: ObjectMap): readonly EventType[] | undefined {
  return recordTypes(facts, map)?.map((type) => readyType(facts, map.name, type));
}
