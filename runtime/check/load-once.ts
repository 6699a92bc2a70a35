import { unpinMaps } from '../../core/object/unpin-maps.js';
import type { OpenedPackage } from '../../core/package/types.js';
import type { LoadContext } from '../attach/types.js';
import type { Bpftool } from '../bpftool/bpftool.js';
import { loadObject } from '../bpftool/load.js';
import type { Choice } from '../configure/choose-programs.js';
import { findSharedMaps } from '../configure/shared-maps.js';
import { createPinDirectory, sweepPins } from '../kernel/bpffs.js';
import { verifiedInstructions } from '../kernel/object-info.js';
import { objectName, runName } from '../run-names.js';

/** What loading once needs. */
export interface LoadOnce {
  readonly opened: OpenedPackage;
  readonly choice: Choice;
  readonly bpftool: Bpftool;
  readonly context: LoadContext;
  readonly signal: AbortSignal | undefined;
}

/**
 * Loads what was chosen of a package, and lets go of it again; gives the instructions that the verifier looked at, by
 * program, undefined where the kernel does not say. Throws what `loadObject` throws. Nothing is left behind.
 */
export async function loadOnce(once: LoadOnce): Promise<ReadonlyMap<string, number | undefined>> {
  const { opened, choice, bpftool, context, signal } = once;
  const { kernel } = context;
  await sweepPins(kernel);
  const pins = await createPinDirectory(kernel, runName());
  try {
    const request = {
      object: unpinMaps(choice.object),
      name: objectName(opened),
      ...{ pins, signal, reused: findSharedMaps(kernel, choice.object).existing },
    };
    const { programs, maps } = await loadObject(bpftool, request, context);
    try {
      return new Map(programs.map(({ program, fd }) => [program, verifiedInstructions(kernel, fd)]));
    } finally {
      for (const { fd } of [...programs, ...maps]) kernel.close(fd);
    }
  } finally {
    pins.remove();
  }
}
