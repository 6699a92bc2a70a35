import { setTimeout as sleep } from 'node:timers/promises';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errno, errnoOf } from './errno.js';
import type { Kernel } from './types.js';

/** A directory in bpffs or tracefs that belongs to one living process. */
export interface OwnedDirectory {
  readonly path: string;
  /** Its locked descriptor: a child that inherits it keeps the directory from being swept until it ends, too. */
  readonly lock: number;
  /** Removes the directory and lets go of the lock. Twice is harmless. */
  readonly remove: () => void;
}

/** How a kind of directory is removed: a tree of pins, or an instance that goes by one rmdir. */
export type RemoveDirectory = (path: string) => void;

/**
 * Makes `parent/name` and locks it for the life of this process. The kernel drops the lock when the process dies in
 * whatever way, which is how {@link sweepDirectories} tells the dead's from the living's. The parent is locked
 * meanwhile, so that no sweeper sees the new directory unlocked.
 */
export async function createOwnedDirectory(
  kernel: Kernel,
  parent: string,
  name: string,
  remove: RemoveDirectory,
): Promise<OwnedDirectory> {
  return await withLock(kernel, parent, () => {
    const path = `${parent}/${name}`;
    kernel.makeDirectory(path);
    const lock = kernel.open(path);
    kernel.tryLock(lock);
    let present = true;
    return {
      path,
      lock,
      remove: () => {
        if (!present) return;
        present = false;
        try {
          remove(path);
        } finally {
          kernel.close(lock);
        }
      },
    };
  });
}

/**
 * Removes those directories of ours in `parent` whose owner is dead; gives their paths. One that cannot be removed
 * now is left for the next sweep.
 */
export async function sweepDirectories(
  kernel: Kernel,
  parent: string,
  isOurs: (name: string) => boolean,
  remove: RemoveDirectory,
): Promise<readonly string[]> {
  const candidates = kernel.list(parent).filter(isOurs);
  if (candidates.length === 0) return [];
  return await withLock(kernel, parent, () =>
    candidates.map((name) => `${parent}/${name}`).filter((path) => removeIfDead(kernel, path, remove)),
  );
}

function removeIfDead(kernel: Kernel, path: string, remove: RemoveDirectory): boolean {
  let fd: number | undefined;
  try {
    fd = kernel.open(path);
    if (!kernel.tryLock(fd)) return false;
    remove(path);
    return true;
  } catch (error) {
    const number = errnoOf(error);
    if (number === undefined) throw error;
    return false;
  } finally {
    if (fd !== undefined) kernel.close(fd);
  }
}

/** Between two tries for a lock, and how many: others hold it for a few milliseconds only. */
const retryMs = 5;
const maxTries = 1000;

async function withLock<T>(kernel: Kernel, directory: string, run: () => T): Promise<T> {
  const fd = kernel.open(directory);
  try {
    for (let tries = 0; !kernel.tryLock(fd); tries++) {
      if (tries >= maxTries) {
        throw new TseccError(
          'unforeseen',
          message`lock '${directory}': another process has held it for too long`,
          {
            cure: message`end other tsecli processes that hang`,
          },
        );
      }
      await sleep(retryMs);
    }
    return run();
  } finally {
    kernel.close(fd);
  }
}

/** Makes a directory unless it is there already. */
export function ensureDirectory(kernel: Kernel, path: string): void {
  try {
    kernel.makeDirectory(path);
  } catch (error) {
    if (errnoOf(error) !== errno.EEXIST) throw error;
  }
}
