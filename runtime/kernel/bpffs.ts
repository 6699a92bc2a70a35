import type { Kernel } from './types.js';
import { undoMarks } from './marks.js';
import { createOwnedDirectory, sweepDirectories, type OwnedDirectory } from './owned-directory.js';
import { ownParent } from './own-parent.js';

/** The pins of one run: a directory of its own below bpffs. Names in bpffs hold no dot. */
export async function createPinDirectory(kernel: Kernel, name: string): Promise<OwnedDirectory> {
  const parent = ownParent(kernel);
  return await createOwnedDirectory(kernel, parent, name, (path) => kernel.removeTree(path));
}

/** Removes the pins that dead runs left, and undoes what their marks speak of; gives their directories. */
export async function sweepPins(kernel: Kernel): Promise<readonly string[]> {
  const parent = ownParent(kernel);
  return await sweepDirectories(
    kernel,
    parent,
    () => true,
    (path) => {
      if (undoMarks(kernel, path)) kernel.removeTree(path);
    },
  );
}
