import { TseccError } from '../../core/errors.js';
import type { AttachContext, LoadedProgram } from '../attach/types.js';
import { openPinned } from '../kernel/bpf.js';
import { describeCause, errnoOf } from '../kernel/errno.js';
import type { OwnedDirectory } from '../kernel/owned-directory.js';
import { BpftoolError, type Bpftool } from './bpftool.js';
import { explainLoadFailure } from './explain-load.js';
import { requireVersion } from './version.js';

/** What is to be loaded, and where its pins may stand meanwhile. */
export interface LoadRequest {
  /** The ELF object. */
  readonly object: Uint8Array;
  /** The object's name: libbpf names the maps of global variables after it. */
  readonly name: string;
  /** A directory of bpffs that this run owns. */
  readonly pins: OwnedDirectory;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads an object by bpftool and opens its programs; gives them with descriptors. Its pins stand in `request.pins`
 * only between bpftool's work and their opening. Throws what {@link explainLoadFailure} and `requireVersion` say.
 */
export async function loadPrograms(
  bpftool: Bpftool,
  request: LoadRequest,
  context: AttachContext,
): Promise<readonly LoadedProgram[]> {
  try {
    await loadPinned(bpftool, request, context);
    return openPrograms(request.pins, context);
  } catch (error) {
    if (!(error instanceof BpftoolError || errnoOf(error) !== undefined)) throw error;
    // An old bpftool succeeds, and pins by section: nothing stands where we look.
    await requireVersion(bpftool, context.kernel);
    throw error instanceof BpftoolError ? explainLoadFailure(error, context) : withoutPin(error);
  } finally {
    request.pins.remove();
  }
}

/** The object reaches bpftool as an anonymous file: nothing is left behind when both are killed. */
async function loadPinned(bpftool: Bpftool, request: LoadRequest, { kernel }: AttachContext): Promise<void> {
  const { pins, signal } = request;
  const file = kernel.createMemoryFile(request.name);
  try {
    kernel.write(file, request.object);
    // A link in bpffs gives it a name: libbpf takes the object's name from its path, up to the first dot.
    kernel.makeDirectory(`${pins.path}/object`);
    const object = `${pins.path}/object/${request.name}`;
    kernel.link('/proc/self/fd/4', object);
    const target = `${pins.path}/programs`;
    const args = ['prog', 'loadall', object, target, 'pinmaps', `${pins.path}/maps`];
    // It inherits the directory's lock as well, so that a bpftool that outlives us keeps its directory until it ends.
    await bpftool(args, { signal, inherit: [pins.lock, file] });
  } finally {
    kernel.close(file);
  }
}

function openPrograms(pins: OwnedDirectory, { kernel, points }: AttachContext): readonly LoadedProgram[] {
  const opened: LoadedProgram[] = [];
  try {
    for (const point of points) {
      opened.push({ ...point, fd: openPinned(kernel, `${pins.path}/programs/${point.program}`) });
    }
    return opened;
  } catch (error) {
    for (const { fd } of opened) kernel.close(fd);
    throw error;
  }
}

function withoutPin(cause: unknown): TseccError {
  return new TseccError('unforeseen', `open loaded programs: ${describeCause(cause)}`, { cause });
}
