import { namedPinMark } from './named-pin.js';
import { createOwnedDirectory, type OwnedDirectory } from './owned-directory.js';
import { ownParent } from './own-parent.js';
import { structOpsMark } from './struct-ops-mark.js';
import { filterMark } from './filter-mark.js';
import type { Kernel, MarkKind } from './types.js';

const kinds: readonly MarkKind[] = [filterMark, structOpsMark, namedPinMark];

/**
 * Notes in bpffs what is about to be put into the kernel, so that {@link undoMarks} finds it after our death.
 * The directory is locked like that of our pins, and is to be removed once the thing is gone.
 */
export async function createMark(kernel: Kernel, kind: MarkKind, rest: string): Promise<OwnedDirectory> {
  const name = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  const remove = (path: string): void => kernel.removeTree(path);
  const directory = await createOwnedDirectory(kernel, ownParent(kernel), name, remove);
  try {
    kernel.makeDirectory(`${directory.path}/${kind.prefix}${rest}`);
    return directory;
  } catch (error) {
    directory.remove();
    throw error;
  }
}

/** Undoes what the marks in a dead run's directory speak of; false when one must wait for another sweep. */
export function undoMarks(kernel: Kernel, directory: string): boolean {
  return kernel.list(directory).every((name) => {
    const kind = kinds.find(({ prefix }) => name.startsWith(prefix));
    return kind?.undo(kernel, name.slice(kind.prefix.length)) ?? true;
  });
}

/** The marks of a kind that are there now, of all runs, without their prefix. */
export function listMarks(kernel: Kernel, { prefix }: MarkKind): readonly string[] {
  const parent = ownParent(kernel);
  return kernel.list(parent).flatMap((run) =>
    kernel
      .list(`${parent}/${run}`)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length)),
  );
}
