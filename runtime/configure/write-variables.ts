import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { BpfObject } from '../../core/object/types.js';
import type { Patch } from '../arguments/types.js';
import type { LoadedMap } from '../attach/types.js';
import { describeCause } from '../kernel/errno.js';
import { lookUpElement, updateElement } from '../kernel/bpf-map.js';
import type { Kernel } from '../kernel/types.js';

/**
 * Sets variables that have no bytes in the object in the maps of their sections, before any program is attached.
 * Throws a TseccError when the kernel refuses.
 */
export function writeVariables(
  kernel: Kernel,
  object: BpfObject,
  maps: readonly LoadedMap[],
  patches: readonly Patch[],
): void {
  for (const section of new Set(patches.map((patch) => patch.section))) {
    const map = maps.find(({ name, definition }) => name === section && definition === undefined);
    const size = object.dataSections.find(({ name }) => name === section)?.size;
    if (!map || size === undefined) throw refused(section, message`the kernel has no map of it`);
    try {
      // The map has one value, which is the whole section.
      const [key, value] = [new Uint8Array(4), new Uint8Array(size)];
      lookUpElement(kernel, map.fd, key, value);
      for (const { bytes, offset } of patches.filter((patch) => patch.section === section)) {
        value.set(bytes, offset);
      }
      updateElement(kernel, map.fd, key, value);
    } catch (error) {
      throw refused(section, describeCause(error), error);
    }
  }
}

function refused(section: string, reason: Phrase, cause?: unknown): TseccError {
  return new TseccError('unforeseen', message`set variables of '${section}': ${reason}`, { cause });
}
