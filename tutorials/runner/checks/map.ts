import { mapTypeName } from '../../../runtime/inspect/map-types.js';
import { matches } from '../match/matches.js';
import { resultOf } from './result.js';
import type { CheckKind } from './types.js';

/** Whether the object has such a map. */
export const checkMap: CheckKind = ({ map = {} }, { facts, saved }) => {
  const maps = (facts?.object.maps ?? []).map(({ name, type, maxEntries, keySize, valueSize }) => ({
    ...{ name, type: mapTypeName(type), maxEntries, keySize, valueSize },
  }));
  return resultOf(
    maps.some((each) => matches(each, { ...map }, saved)),
    maps.map(({ name, type, maxEntries }) => `${name}: ${type}, max_entries ${maxEntries}`),
  );
};
