import type { BpfObject } from '../core/object/types.js';
import { unpinMaps } from '../core/object/unpin-maps.js';
import type { OpenedPackage } from '../core/package/types.js';
import { attachAll, detachAll } from './attach/attach-all.js';
import type { AttachOptions, LoadContext } from './attach/types.js';
import { bpftoolAt } from './bpftool/bpftool.js';
import { findBpftool } from './bpftool/find.js';
import { loadObject, type LoadedObject } from './bpftool/load.js';
import type { Choice } from './configure/choose-programs.js';
import { LeftOut, refusedAtLoad } from './configure/left-out.js';
import type { ProgramWishes } from './configure/wishes.js';
import { findSharedMaps, shareMaps } from './configure/shared-maps.js';
import { writeVariables } from './configure/write-variables.js';
import { followRun } from './follow-run.js';
import { createPinDirectory, sweepPins } from './kernel/bpffs.js';
import { Cleanup } from './kernel/cleanup.js';
import type { Kernel } from './kernel/types.js';
import {
  createTraceInstance,
  ensureTracefs,
  sweepTraceInstances,
  type TraceInstance,
} from './kernel/trace-instance.js';
import { callsPrintk } from './readers/calls-printk.js';
import { lostCounters } from './readers/lost-counters.js';
import { openSources } from './readers/open-sources.js';
import { planSources } from './readers/plan-sources.js';
import type { Run, StartOptions } from './run.js';
import { objectName, runName } from './run-names.js';
import type { Phrase } from '../core/message.js';

/**
 * Loads what was chosen of a package and attaches it. Throws what prevents it, as `ProgramRefused` for a program that
 * may give way, after undoing whatever was done.
 */
export async function startChosen(
  opened: OpenedPackage,
  { object: written, points, notes }: Choice,
  wishes: ProgramWishes,
  options: StartOptions & { readonly kernel: Kernel },
): Promise<Run> {
  const { kernel, signal, path = process.env['PATH'] } = options;
  // bpftool would pin shared maps on its own account, and then not give them to us.
  const object = unpinMaps(written);
  const counters = lostCounters(object);
  const { bufferSize } = options;
  const sources = planSources(kernel, { object, meta: opened.manifest.meta }, { bufferSize, counters });
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
    const opening = openTrace(kernel, object, name, bufferSize).then((trace) => {
      cleanup.add(() => trace?.remove());
      return trace;
    });
    await Promise.allSettled([loading, opening]);
    const { programs, maps } = await loading.catch((error: unknown) => refusedAtLoad(wishes, points, error));
    const trace = await opening;
    signal?.throwIfAborted();
    writeVariables(kernel, object, maps, options.variables ?? []);
    cleanup.add(await shareMaps(kernel, shared, maps));
    const buffers = openSources(kernel, sources, maps);
    const readers = counters ? [...buffers, counters.open(kernel, maps)] : buffers;
    cleanup.add(() => readers.forEach((reader) => reader[Symbol.dispose]()));
    const given = new LeftOut(wishes);
    const links = await attachAll(
      programs,
      {
        ...context,
        programs,
        object,
        maps,
        options: { ...noOptions, ...options.attachOptions },
        settings: settingsOf(opened),
      },
      given.refuse,
    );
    cleanup.add(() => detachAll(links));
    given.requireAny(links);
    const told = [
      ...notes,
      ...given.notes,
      ...[...sources, ...readers].flatMap((each) => each.notes ?? []).map(plain),
    ];
    const streams = sources.flatMap((source) => source.streams);
    return followRun(kernel, { points, streams, readers, links, notes: told, trace, cleanup, signal });
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

const plain = (text: Phrase) => ({ text, detail: false });

function closeLoaded(kernel: Kernel, { programs, maps }: LoadedObject): void {
  for (const { fd } of [...programs, ...maps]) kernel.close(fd);
}

const noOptions: AttachOptions = { interfaces: [], cgroup: undefined, pid: undefined, binary: undefined };

function settingsOf({ manifest }: OpenedPackage): (program: string) => Readonly<Record<string, unknown>> {
  const programs = manifest.meta.bpf_skel.progs ?? [];
  return (name) => programs.find((program) => program.name === name) ?? {};
}

async function openTrace(
  kernel: Kernel,
  object: BpfObject,
  name: string,
  bufferSize: number | undefined,
): Promise<TraceInstance | undefined> {
  await sweepTraceInstances(kernel);
  return callsPrintk(object) ? await createTraceInstance(kernel, name, bufferSize) : undefined;
}
