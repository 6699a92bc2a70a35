import { readObject } from '../core/object/read-object.js';
import { unpinMaps } from '../core/object/unpin-maps.js';
import type { BpfObject, ObjectProgram } from '../core/object/types.js';
import type { OpenedPackage } from '../core/package/types.js';
import type { Patch } from './arguments/types.js';
import { attachAll, detachAll } from './attach/attach-all.js';
import { planAttachments } from './attach/plan.js';
import type { AttachOptions, AttachPoint, Link, LoadContext } from './attach/types.js';
import { bpftoolAt, type Bpftool } from './bpftool/bpftool.js';
import { findBpftool } from './bpftool/find.js';
import { loadObject, type LoadedObject } from './bpftool/load.js';
import { attachElsewhere, type Attachment } from './configure/attach-elsewhere.js';
import { findSharedMaps, shareMaps } from './configure/shared-maps.js';
import { refuseStrangeNames } from './configure/strange-names.js';
import { writeVariables } from './configure/write-variables.js';
import { createPinDirectory, sweepPins } from './kernel/bpffs.js';
import { requireCapabilities } from './kernel/capabilities.js';
import { Cleanup } from './kernel/cleanup.js';
import type { Kernel } from './kernel/types.js';
import { realKernel } from './kernel/real-kernel.js';
import {
  createTraceInstance,
  ensureTracefs,
  sweepTraceInstances,
  type TraceInstance,
} from './kernel/trace-instance.js';
import { openSources } from './readers/open-sources.js';
import { planSources, type PlannedSource } from './readers/plan-sources.js';
import { readEvents } from './readers/read-events.js';
import type { EventBatch, Reader, Stream } from './readers/types.js';

/** How a package is run. */
export interface RunOptions {
  /** Programs that belong elsewhere than their sections say. */
  readonly attach?: readonly Attachment[] | undefined;
  /** Where programs attach that do not say it themselves. */
  readonly attachOptions?: Partial<AttachOptions> | undefined;
  /** Variables without bytes in the object, as configuring the package gives them. */
  readonly variables?: readonly Patch[] | undefined;
  /** Aborted while starting: the start is undone and the signal's reason thrown. Aborted later: the run ends. */
  readonly signal?: AbortSignal | undefined;
  /** Where bpftool is looked for first, as in the variable PATH; by default this process's. */
  readonly path?: string | undefined;
  /** By default the one that is found. */
  readonly bpftool?: Bpftool | undefined;
  /** By default the kernel this process runs on. */
  readonly kernel?: Kernel | undefined;
}

/** A package whose programs are attached. Disposing it detaches them and leaves nothing in the kernel. */
export interface Run extends AsyncDisposable {
  readonly links: readonly Link[];
  /** Where records come from, with their types: all of them, before the first event. */
  readonly streams: readonly Stream[];
  /** What a user has to know of the sources, each a sentence; foreign text in it is not escaped. */
  readonly notes: readonly string[];
  /**
   * What the programs trace, in batches; to be iterated once. Ends after `stop`, with all that was traced till then;
   * by itself when nothing more can come, as of iterators.
   */
  readonly events: AsyncIterable<EventBatch>;
  /** Detaches the programs and lets `events` end. */
  readonly stop: () => void;
}

/**
 * Loads an opened package and attaches all of its programs, or none. Readers are open before the first program
 * attaches. Throws a TseccError, after undoing whatever was done.
 */
export async function startRun(opened: OpenedPackage, options: RunOptions = {}): Promise<Run> {
  const { kernel = realKernel(), signal, path = process.env['PATH'] } = options;
  const written = attachElsewhere(readObject(opened.object), options.attach ?? []);
  // bpftool would pin shared maps on its own account, and then not give them to us.
  const object = unpinMaps(written);
  refuseStrangeNames(object);
  const points = planAttachments(linkedPrograms(object, opened));
  const sources = planSources(kernel, { object, meta: opened.manifest.meta });
  requireCapabilities(kernel);
  const bpftool = options.bpftool ?? bpftoolAt(findBpftool(kernel, path));
  const context: LoadContext = { kernel, points, tracefs: () => ensureTracefs(kernel) };
  const cleanup = new Cleanup();
  try {
    await sweepPins(kernel);
    const name = runName();
    const pins = await createPinDirectory(kernel, name);
    cleanup.add(pins.remove);
    const shared = findSharedMaps(kernel, written);
    const request = { object, name: objectName(opened), pins, signal, reused: shared.existing };
    // bpftool works in a process of its own: meanwhile the reader is made ready.
    const loading = loadObject(bpftool, request, context).then((loaded) => {
      cleanup.add(() => closeLoaded(kernel, loaded));
      return loaded;
    });
    const opening = openTrace(kernel, object, name).then((trace) => {
      cleanup.add(() => trace?.remove());
      return trace;
    });
    await Promise.allSettled([loading, opening]);
    const [{ programs, maps }, trace] = [await loading, await opening];
    signal?.throwIfAborted();
    writeVariables(kernel, object, maps, options.variables ?? []);
    cleanup.add(await shareMaps(kernel, shared, maps));
    const readers = openSources(kernel, sources, maps);
    cleanup.add(() => readers.forEach((reader) => reader[Symbol.dispose]()));
    const links = await attachAll(programs, {
      ...context,
      object,
      maps,
      options: { ...noOptions, ...options.attachOptions },
      settings: settingsOf(opened),
    });
    cleanup.add(() => detachAll(links));
    return createRun(kernel, { points, sources, readers, links, trace, cleanup, signal });
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

/** A manifest can say of a program that it is not to be linked. The object knows best where the others belong. */
function linkedPrograms(object: BpfObject, { manifest }: OpenedPackage): readonly ObjectProgram[] {
  const unlinked = (manifest.meta.bpf_skel.progs ?? []).filter((program) => !program.link);
  return object.programs.filter((program) => !unlinked.some(({ name }) => name === program.name));
}

/** What pins and trace instance of this run are called: no other run has it. bpffs takes no dots. */
function runName(): string {
  return `${process.pid}-${Math.random().toString(36).slice(2)}`;
}

/** The object's name as libbpf can have it: maps of global variables begin with it. */
function objectName({ manifest }: OpenedPackage): string {
  return manifest.meta.bpf_skel.obj_name.replaceAll(/\W/g, '_').slice(0, 60) || 'object';
}

function closeLoaded(kernel: Kernel, { programs, maps }: LoadedObject): void {
  for (const { fd } of [...programs, ...maps]) kernel.close(fd);
}

const noOptions: AttachOptions = { interfaces: [], cgroup: undefined, pid: undefined, binary: undefined };

function settingsOf({ manifest }: OpenedPackage): (program: string) => Readonly<Record<string, unknown>> {
  const programs = manifest.meta.bpf_skel.progs ?? [];
  return (name) => programs.find((program) => program.name === name) ?? {};
}

/** BPF_FUNC_trace_printk and BPF_FUNC_trace_vprintk, include/uapi/linux/bpf.h. */
const printkHelpers = [6, 177];

async function openTrace(
  kernel: Kernel,
  object: BpfObject,
  name: string,
): Promise<TraceInstance | undefined> {
  await sweepTraceInstances(kernel);
  const prints = object.programs.some(({ helpers }) =>
    helpers.some((helper) => printkHelpers.includes(helper)),
  );
  return prints ? await createTraceInstance(kernel, name) : undefined;
}

interface RunParts {
  readonly points: readonly AttachPoint[];
  readonly sources: readonly PlannedSource[];
  readonly readers: readonly Reader[];
  readonly links: readonly Link[];
  readonly trace: TraceInstance | undefined;
  readonly cleanup: Cleanup;
  readonly signal: AbortSignal | undefined;
}

/** Kinds of programs that do their work once, at our bidding. */
const finiteKinds: ReadonlySet<string> = new Set(['iter', 'syscall']);

function createRun(
  kernel: Kernel,
  { points, sources, readers, links, trace, cleanup, signal }: RunParts,
): Run {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  signal?.addEventListener('abort', stop, { once: true });
  cleanup.add(() => signal?.removeEventListener('abort', stop));
  cleanup.add(stop);
  const iterators = links.flatMap(({ program, iterator }) =>
    iterator === undefined ? [] : [{ program, iterator }],
  );
  const endsByItself = points.every(({ kind }) => finiteKinds.has(kind));
  return {
    links,
    streams: sources.flatMap((source) => source.streams),
    notes: sources.flatMap((source) => source.notes),
    events: readEvents(
      kernel,
      { trace, readers, iterators, endsByItself },
      { signal: stopped.signal, beforeDrain: () => detachAll(links) },
    ),
    stop,
    [Symbol.asyncDispose]: () => cleanup.run(),
  };
}
