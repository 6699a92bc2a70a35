import type { BpfObject } from '../core/object/types.js';
import type { OpenedPackage } from '../core/package/types.js';
import { attachAll, detachAll } from './attach/attach-all.js';
import type { AttachOptions, Link, LoadContext } from './attach/types.js';
import { bpftoolAt, type Bpftool } from './bpftool/bpftool.js';
import { findBpftool } from './bpftool/find.js';
import { loadObject, type LoadedObject } from './bpftool/load.js';
import { choosePrograms, type Choice, type Note } from './configure/choose-programs.js';
import { LeftOut, refusedAtLoad } from './configure/left-out.js';
import { ProgramRefused } from './configure/refusal.js';
import { readWishes, type ProgramOptions, type ProgramWishes } from './configure/wishes.js';
import { createPinDirectory, sweepPins } from './kernel/bpffs.js';
import { requireCapabilities } from './kernel/capabilities.js';
import { Cleanup } from './kernel/cleanup.js';
import { kernelFacts } from './kernel/kernel-facts.js';
import type { Kernel } from './kernel/types.js';
import { realKernel } from './kernel/real-kernel.js';
import {
  createTraceInstance,
  ensureTracefs,
  sweepTraceInstances,
  type TraceInstance,
} from './kernel/trace-instance.js';
import { readEvents } from './readers/read-events.js';
import type { EventBatch } from './readers/types.js';

/** How a package is run. */
export interface RunOptions extends ProgramOptions {
  /** Where programs attach that do not say it themselves. */
  readonly attachOptions?: Partial<AttachOptions> | undefined;
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
  /** Which programs were left out or stand elsewhere, and why. */
  readonly notes: readonly Note[];
  /** What the programs trace, in batches; to be iterated once. Ends after `stop`, with all that was traced till then. */
  readonly events: AsyncIterable<EventBatch>;
  /** Detaches the programs and lets `events` end. */
  readonly stop: () => void;
}

/**
 * Loads an opened package and attaches all of its programs, or none; only those that the package or the user lets give
 * way are put elsewhere or left out where the kernel is without a place for them, or refuses them. Readers are open
 * before the first program attaches. Throws a TseccError, after undoing whatever was done.
 */
export async function startRun(opened: OpenedPackage, options: RunOptions = {}): Promise<Run> {
  const { kernel = realKernel() } = options;
  const wishes = readWishes(opened, options);
  const facts = kernelFacts(kernel, () => ensureTracefs(kernel));
  const refusals: ProgramRefused[] = [];
  for (;;) {
    const choice = choosePrograms(wishes, facts, refusals);
    requireCapabilities(kernel);
    try {
      return await startChosen(opened, choice, wishes, { ...options, kernel });
    } catch (error) {
      // Each refusal closes one place of one program, so that this ends.
      if (!(error instanceof ProgramRefused)) throw error;
      refusals.push(error);
    }
  }
}

/** Throws {@link ProgramRefused} for a program that may give way. */
async function startChosen(
  opened: OpenedPackage,
  choice: Choice,
  wishes: ProgramWishes,
  options: RunOptions & { readonly kernel: Kernel },
): Promise<Run> {
  const { kernel, signal, path = process.env['PATH'] } = options;
  const { object, points } = choice;
  const bpftool = options.bpftool ?? bpftoolAt(findBpftool(kernel, path));
  const context: LoadContext = { kernel, points, tracefs: () => ensureTracefs(kernel) };
  const cleanup = new Cleanup();
  try {
    await sweepPins(kernel);
    const name = runName();
    const pins = await createPinDirectory(kernel, name);
    cleanup.add(pins.remove);
    const request = { object, name: objectName(opened), pins, signal };
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
    const [{ programs, maps }, trace] = [
      await loading.catch((error: unknown) => refusedAtLoad(wishes, points, error)),
      await opening,
    ];
    signal?.throwIfAborted();
    const given = new LeftOut(wishes);
    const links = await attachAll(
      programs,
      {
        ...context,
        object,
        maps,
        options: { ...noOptions, ...options.attachOptions },
        settings: settingsOf(opened),
      },
      given.refuse,
    );
    cleanup.add(() => detachAll(links));
    given.requireAny(links);
    return createRun(kernel, { links, notes: [...choice.notes, ...given.notes], trace, cleanup, signal });
  } catch (error) {
    await cleanup.run();
    throw error;
  }
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
  readonly links: readonly Link[];
  readonly notes: readonly Note[];
  readonly trace: TraceInstance | undefined;
  readonly cleanup: Cleanup;
  readonly signal: AbortSignal | undefined;
}

function createRun(kernel: Kernel, { links, notes, trace, cleanup, signal }: RunParts): Run {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  signal?.addEventListener('abort', stop, { once: true });
  cleanup.add(() => signal?.removeEventListener('abort', stop));
  cleanup.add(stop);
  return {
    links,
    notes,
    events: readEvents(kernel, trace, { signal: stopped.signal, beforeDrain: () => detachAll(links) }),
    stop,
    [Symbol.asyncDispose]: () => cleanup.run(),
  };
}
