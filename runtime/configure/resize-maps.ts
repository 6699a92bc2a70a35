import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { resizeMap } from '../../core/object/resize-map.js';
import type { BpfObject, ObjectMap } from '../../core/object/types.js';
import type { MapSize } from '../options/map-size.js';

// enum bpf_map_type, include/uapi/linux/bpf.h.
const BPF_MAP_TYPE_RINGBUF = 27;
const BPF_MAP_TYPE_USER_RINGBUF = 31;
const bufferTypes: readonly number[] = [BPF_MAP_TYPE_RINGBUF, BPF_MAP_TYPE_USER_RINGBUF];

/** Types whose max_entries has to be 0: storage of cgroups, sockets, inodes and tasks, in the kernel's order. */
const sizelessTypes: readonly number[] = [19, 21, 24, 28, 29, 32];

/** The smallest page of any Linux. The kernel's own may be larger: libbpf rounds up to that (since 0.8). */
const leastBuffer = 4096;

/** The largest power of two that a __u32 holds. */
const largestBuffer = 2 ** 31;

/** The bytes of an object whose maps have the wished sizes, and what has to be told about them. */
export interface Resized {
  readonly object: Uint8Array;
  readonly notes: readonly Phrase[];
}

/**
 * Gives maps of an object other sizes; the last wish for a map counts. Ring buffers get the next power of two, as the
 * kernel takes no other size, and a note says so. `bytes` are the object's, if its variables were set meanwhile. Throws `usage` for maps that are not there or have no size.
 */
export function resizeMaps(object: BpfObject, wishes: readonly MapSize[], bytes = object.elf.bytes): Resized {
  const sizes = new Map(wishes.map((wish) => [findMap(object, wish), sizeFor(object, wish)]));
  const resized = Array.from(sizes).reduce(
    (before, [{ name }, { size }]) => resizeMap(before, name, size),
    bytes,
  );
  const notes = [...sizes.values()].flatMap(({ note }) => note ?? []);
  return { object: resized, notes };
}

/** The names of the maps that programs send events through by reserving room in them. */
export function ringBuffers({ maps }: BpfObject): readonly string[] {
  return maps.flatMap(({ name, type }) => (type === BPF_MAP_TYPE_RINGBUF ? [name] : []));
}

function findMap({ maps }: BpfObject, { map, size }: MapSize): ObjectMap {
  const found = maps.find(({ name }) => name === map);
  if (found && !sizelessTypes.includes(found.type)) return found;
  if (found) {
    throw new TseccError(
      'usage',
      message`use --map-size ${map}=${size}: maps of its kind have no size of their own`,
    );
  }
  const names = maps.map(({ name }) => name);
  const near = nearest(map, names, 1)[0];
  const cure = near === undefined ? message`it has ${names.join(', ')}` : message`did you mean ${near}?`;
  throw new TseccError('usage', message`use --map-size ${map}=${size}: the package has no map '${map}'`, {
    cure: names.length === 0 ? message`it has none at all` : cure,
  });
}

function sizeFor(
  object: BpfObject,
  wish: MapSize,
): { readonly size: number; readonly note: Phrase | undefined } {
  const { map, size } = wish;
  if (!bufferTypes.includes(findMap(object, wish).type)) return { size, note: undefined };
  if (size > largestBuffer) {
    throw new TseccError(
      'usage',
      message`use --map-size ${map}=${size}: a ring buffer has at most ${largestBuffer} bytes`,
    );
  }
  const rounded = Math.max(leastBuffer, 2 ** Math.ceil(Math.log2(size)));
  const note = message`map '${map}': ${size} bytes rounded up to ${rounded}, a power of two and whole pages`;
  return { size: rounded, note: rounded === size ? undefined : note };
}
