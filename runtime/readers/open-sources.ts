import type { LoadedMap } from '../attach/types.js';
import type { Kernel } from '../kernel/types.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { describeCause, errnoOf } from '../kernel/errno.js';
import type { PlannedSource } from './plan-sources.js';
import type { Reader } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** Opens the planned sources, all or none; each is the caller's to dispose. */
export function openSources(
  { release }: Pick<Kernel, 'release'>,
  sources: readonly PlannedSource[],
  maps: readonly LoadedMap[],
): readonly Reader[] {
  const readers: Reader[] = [];
  try {
    for (const source of sources) {
      const map = maps.find(({ name }) => name === source.map);
      // A map that libbpf did not make, since no program uses it, has nothing to read.
      if (map) readers.push(openSource(source, map.fd, maps, release));
    }
    return readers;
  } catch (error) {
    for (const reader of readers) reader[Symbol.dispose]();
    throw error;
  }
}

function openSource(
  { map, open }: PlannedSource,
  fd: number,
  maps: readonly LoadedMap[],
  release: string,
): Reader {
  try {
    return open(fd, maps);
  } catch (cause) {
    if (errnoOf(cause) === undefined) throw cause;
    throw new TseccError(
      'kernel-cannot',
      message`read map '${map}': kernel ${release} refuses it: ${describeCause(cause)}`,
      {
        cure: labCure('kernel'),
        cause,
      },
    );
  }
}
