import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { dataMapName } from '../../core/object/data-map-name.js';
import { readStructOps } from '../../core/object/struct-ops.js';
import type { BpfObject, ObjectMap } from '../../core/object/types.js';
import type { LoadContext, LoadedMap, LoadedProgram } from '../attach/types.js';
import { openPinned } from '../kernel/bpf.js';
import { describeCause, errno, errnoOf } from '../kernel/errno.js';
import type { OwnedDirectory } from '../kernel/owned-directory.js';
import { BpftoolError, type Bpftool } from './bpftool.js';
import { forOlderLibbpf, forThisKernel } from './older-sections.js';
import { unknownSection } from './unknown-section.js';
import { requireVersion } from './version.js';

/** What is to be loaded, and where its pins may stand meanwhile. */
export interface LoadRequest {
  readonly object: BpfObject;
  /** The object's name: libbpf names the maps of global variables after it. */
  readonly name: string;
  /** A directory of bpffs that this run owns. */
  readonly pins: OwnedDirectory;
  readonly signal?: AbortSignal | undefined;
  /** Maps that are there already and to be used in place of new ones: their pins, by name. */
  readonly reused?: ReadonlyMap<string, string> | undefined;
}

/** What is in the kernel now; the descriptors are the caller's to close. */
export interface LoadedObject {
  readonly programs: readonly LoadedProgram[];
  readonly maps: readonly LoadedMap[];
}

/**
 * Loads an object by bpftool and opens its programs and maps; gives them with descriptors. Its pins stand in
 * `request.pins` only between bpftool's work and their opening. Throws what `explainLoadFailure` and
 * `requireVersion` say.
 */
export async function loadObject(
  bpftool: Bpftool,
  request: LoadRequest,
  context: LoadContext,
): Promise<LoadedObject> {
  try {
    const single = await loadPinned(bpftool, request, context);
    return openAll(request, context, single);
  } catch (error) {
    if (!(error instanceof BpftoolError || errnoOf(error) !== undefined)) throw error;
    // An old bpftool succeeds, and pins by section: nothing stands where we look.
    await requireVersion(bpftool, context.kernel);
    if (!(error instanceof BpftoolError)) throw withoutPin(error);
    const { explainLoadFailure } = await import('./explain-load.js');
    throw explainLoadFailure(error, context, request.object);
  } finally {
    request.pins.remove();
  }
}

/** Loads the object, or an older form of it where kernel or libbpf want one; gives the programs that were changed. */
async function loadPinned(
  bpftool: Bpftool,
  request: LoadRequest,
  context: LoadContext,
): Promise<ReadonlySet<string>> {
  const fitting = forThisKernel(request.object, context.kernel);
  const object = fitting?.object ?? request.object;
  try {
    await loadAs(bpftool, { ...request, object }, context);
    return fitting?.programs ?? new Set();
  } catch (error) {
    const older = isSectionUnknown(error) ? forOlderLibbpf(request.object, context.kernel) : undefined;
    if (!older) throw error;
    await loadAs(bpftool, { ...request, object: older.object }, context);
    return older.programs;
  }
}

function isSectionUnknown(error: unknown): boolean {
  return error instanceof BpftoolError && unknownSection(error.stderr) !== undefined;
}

/** The object reaches bpftool as an anonymous file: nothing is left behind when both are killed. */
async function loadAs(bpftool: Bpftool, request: LoadRequest, { kernel }: LoadContext): Promise<void> {
  const { pins, signal } = request;
  const file = kernel.createMemoryFile(request.name);
  try {
    kernel.write(file, request.object.elf.bytes);
    // A link in bpffs gives it a name: libbpf takes the object's name from its path, up to the first dot.
    // Anew for each attempt.
    kernel.removeTree(`${pins.path}/object`);
    kernel.makeDirectory(`${pins.path}/object`);
    const object = `${pins.path}/object/${request.name}`;
    kernel.link('/proc/self/fd/4', object);
    const target = `${pins.path}/programs`;
    const reused = [...(request.reused ?? [])].flatMap(([name, path]) => [
      'map',
      'name',
      name,
      'pinned',
      path,
    ]);
    const args = ['prog', 'loadall', object, target, ...reused, 'pinmaps', `${pins.path}/maps`];
    // It inherits the directory's lock as well, so that a bpftool that outlives us keeps its directory until it ends.
    await bpftool(args, { signal, inherit: [pins.lock, file] });
  } finally {
    kernel.close(file);
  }
}

function openAll(
  { object, name, pins }: LoadRequest,
  { kernel, points }: LoadContext,
  single: ReadonlySet<string>,
): LoadedObject {
  const opened: number[] = [];
  const open = (path: string): number => {
    const fd = openPinned(kernel, `${pins.path}/${path}`);
    opened.push(fd);
    return fd;
  };
  try {
    const programs = points.map((point) => ({
      ...point,
      fd: open(`programs/${point.program}`),
      ...(single.has(point.program) ? { single: true } : {}),
    }));
    const wanted: readonly (readonly [name: string, pin: string, definition: ObjectMap | undefined])[] = [
      ...object.maps.map((map) => [map.name, map.name, map] as const),
      ...readStructOps(object).map(({ name: ops }) => [ops, ops, undefined] as const),
      ...object.dataSections.map(
        (section) => [section.name, pinName(name, section.name), undefined] as const,
      ),
    ];
    const maps = wanted.flatMap(([map, pin, definition]) => {
      const fd = ifThere(() => open(`maps/${pin}`));
      return fd === undefined ? [] : [{ name: map, fd, definition }];
    });
    return { programs, maps };
  } catch (error) {
    for (const fd of opened) kernel.close(fd);
    throw error;
  }
}

/** How libbpf's pin of a section of variables is called: bpffs takes no dots. */
function pinName(object: string, section: string): string {
  return dataMapName(object, section).replaceAll('.', '_');
}

/** Not every map is pinned: libbpf makes none of an empty section, and gives maps that are pinned by name their own place. */
function ifThere(open: () => number): number | undefined {
  try {
    return open();
  } catch (error) {
    if (errnoOf(error) === errno.ENOENT) return undefined;
    throw error;
  }
}

function withoutPin(cause: unknown): TseccError {
  return new TseccError('unforeseen', message`open loaded programs: ${describeCause(cause)}`, { cause });
}
