import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { BpfObject, ObjectMap } from '../../core/object/types.js';
import type { LoadedMap } from '../attach/types.js';
import { openPinned } from '../kernel/bpf.js';
import { Cleanup } from '../kernel/cleanup.js';
import { describeCause, errno, errnoOf } from '../kernel/errno.js';
import { createMark } from '../kernel/marks.js';
import { namedPinMark, namedPinNote, namedPinPath, removeNamedPin } from '../kernel/named-pin.js';
import { mapInfo } from '../kernel/object-info.js';
import { pinObject } from '../kernel/pin.js';
import type { Kernel } from '../kernel/types.js';

/** enum libbpf_pin_type of libbpf.h. */
const LIBBPF_PIN_BY_NAME = 1;

/** The maps of an object that are shared by their names, and where they stand. */
export interface SharedMaps {
  /** Those that somebody has made already, with their paths: they are to be used. */
  readonly existing: ReadonlyMap<string, string>;
  /** Those that this run is to make. */
  readonly missing: readonly string[];
}

/**
 * Finds the maps with LIBBPF_PIN_BY_NAME. Throws where another kind of map stands in the place of one, or a map of
 * another user.
 */
export function findSharedMaps(kernel: Kernel, { maps }: Pick<BpfObject, 'maps'>): SharedMaps {
  const existing = new Map<string, string>();
  const missing: string[] = [];
  for (const map of maps.filter(({ pinning }) => pinning === LIBBPF_PIN_BY_NAME)) {
    const path = namedPinPath(kernel, map.name);
    if (isUsable(kernel, map, path)) existing.set(map.name, path);
    else missing.push(map.name);
  }
  return { existing, missing };
}

function isUsable(kernel: Kernel, map: ObjectMap, path: string): boolean {
  let fd: number;
  try {
    fd = openPinned(kernel, path);
  } catch (error) {
    if (errnoOf(error) === errno.ENOENT) return false;
    throw refuse(map.name, path, describeCause(error), error);
  }
  try {
    const info = mapInfo(kernel, fd);
    const differs = (['type', 'keySize', 'valueSize', 'flags'] as const).find(
      (part) => info[part] !== map[part],
    );
    // A size that the object leaves open is the loader's choice.
    const otherSize = map.maxEntries !== 0 && info.maxEntries !== map.maxEntries ? 'maxEntries' : undefined;
    const part = differs ?? otherSize;
    if (part === undefined) return true;
    throw refuse(
      map.name,
      path,
      message`a map with another ${words[part]} stands there: ${info[part]}, not ${map[part]}`,
    );
  } finally {
    kernel.close(fd);
  }
}

const words = {
  type: message`type`,
  keySize: message`size of keys`,
  valueSize: message`size of values`,
  flags: message`set of flags`,
  maxEntries: message`number of entries`,
} as const;

function refuse(name: string, path: string, why: Phrase, cause?: unknown): TseccError {
  return new TseccError('unforeseen', message`share map '${name}' at ${path}: ${why}`, {
    cure: message`if nobody needs it any more: rm ${path}`,
    ...(cause === undefined ? {} : { cause }),
  });
}

/**
 * Puts those maps in their places that this run made; gives how they are taken away again, which happens for those of
 * a killed run at the next start. What others have put there since stays.
 */
export async function shareMaps(
  kernel: Kernel,
  { missing }: SharedMaps,
  maps: readonly LoadedMap[],
): Promise<() => Promise<void>> {
  const cleanup = new Cleanup();
  try {
    for (const { name, fd } of maps.filter((map) => missing.includes(map.name))) {
      const { id } = mapInfo(kernel, fd);
      const mark = await createMark(kernel, namedPinMark, namedPinNote(id, name));
      cleanup.add(mark.remove);
      cleanup.add(() => removeNamedPin(kernel, id, name));
      const path = namedPinPath(kernel, name);
      try {
        pinObject(kernel, fd, path);
      } catch (error) {
        throw refuse(name, path, describeCause(error), error);
      }
    }
  } catch (error) {
    await cleanup.run();
    throw error;
  }
  return () => cleanup.run();
}
