import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { describeCause, errno, errnoOf, isPermissionError } from './errno.js';
import type { Kernel } from './types.js';
import { labCure } from './lab-cure.js';

/** A file system that tsecli needs mounted. */
export interface NeededMount {
  /** Its type in /proc/self/mounts. */
  readonly type: string;
  /** Where it belongs. */
  readonly path: string;
  /** The option of the kernel's configuration that brings it. */
  readonly option: string;
}

/**
 * Gives the place where the file system is mounted: its usual one, else any, else it is mounted at its usual place.
 * Throws `not-permitted` or `kernel-cannot` where that is impossible.
 */
export function ensureMounted(kernel: Kernel, needed: NeededMount): string {
  const places = mountPoints(kernel, needed.type);
  const found = places.find((place) => place === needed.path) ?? places[0];
  if (found !== undefined) return found;
  try {
    kernel.mount(needed.type, needed.path);
    return needed.path;
  } catch (cause) {
    // Another tsecli mounted it at this moment.
    if (errnoOf(cause) === errno.EBUSY && mountPoints(kernel, needed.type).includes(needed.path)) {
      return needed.path;
    }
    throw explainMount(kernel, needed, cause);
  }
}

/** Mount points of a type, in the order of /proc/self/mounts. */
export function mountPoints(kernel: Kernel, type: string): readonly string[] {
  return kernel
    .readText('/proc/self/mounts')
    .split('\n')
    .map((line) => line.split(' '))
    .filter((fields) => fields[2] === type)
    .map((fields) => unescapeMount(fields[1] ?? ''));
}

/** The kernel writes blanks in mount points as `\040` and the like (fs/proc_namespace.c). */
function unescapeMount(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
}

function explainMount(kernel: Kernel, needed: NeededMount, cause: unknown): TseccError {
  const failed = message`mount ${needed.type} at '${needed.path}'`;
  if (isPermissionError(cause)) {
    return new TseccError('not-permitted', message`${failed}: not permitted here`, {
      cure: labCure(
        'rights',
        message`mount it outside, as root: mount -t ${needed.type} ${needed.type} ${needed.path}`,
      ),
      cause,
    });
  }
  const missing = errnoOf(cause) === errno.ENODEV || errnoOf(cause) === errno.ENOENT;
  const reason = missing
    ? message`kernel ${kernel.release} was built without it (${needed.option})`
    : describeCause(cause);
  return new TseccError('kernel-cannot', message`${failed}: ${reason}`, { cure: labCure('kernel'), cause });
}
