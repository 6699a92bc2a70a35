import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { AttachContext, LoadedMap, LoadedProgram } from './types.js';

// enum bpf_map_type, include/uapi/linux/bpf.h: the maps that each iterator takes.
const takenTypes: Readonly<Record<string, readonly number[]>> = {
  // HASH, ARRAY, PERCPU_HASH, PERCPU_ARRAY, LRU_HASH, LRU_PERCPU_HASH.
  bpf_map_elem: [1, 2, 5, 6, 9, 10],
  // SK_STORAGE.
  bpf_sk_storage_map: [24],
  // SOCKMAP, SOCKHASH.
  sockmap: [15, 18],
};

/**
 * The map that an iterator of elements goes over: the only one of a fitting type in the package. Throws
 * `attach-failed` for none and for several.
 */
export function iteratedMap(program: LoadedProgram, { maps }: AttachContext): LoadedMap {
  const types = takenTypes[program.target] ?? [];
  const [map, ...others] = maps.filter(({ definition }) => definition && types.includes(definition.type));
  if (map && others.length === 0) return map;
  const reason = map
    ? message`it could go over several maps: ${[map, ...others].map(({ name }) => name).join(', ')}`
    : message`the package has no map that it could go over`;
  throw new TseccError(
    'attach-failed',
    message`attach '${program.program}' to ${program.section}: ${reason}`,
    {
      cure: message`have exactly one map of such a type in the package`,
    },
  );
}
