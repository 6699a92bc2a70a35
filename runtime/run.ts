import type { OpenedPackage } from '../core/package/types.js';
import type { Patch } from './arguments/types.js';
import type { AttachOptions, Link } from './attach/types.js';
import type { Bpftool } from './bpftool/bpftool.js';
import { choosePrograms, type Note } from './configure/choose-programs.js';
import { ProgramRefused } from './configure/refusal.js';
import { readWishes, type ProgramOptions } from './configure/wishes.js';
import { requireCapabilities } from './kernel/capabilities.js';
import { kernelFacts } from './kernel/kernel-facts.js';
import { realKernel } from './kernel/real-kernel.js';
import { ensureTracefs } from './kernel/trace-instance.js';
import type { Kernel } from './kernel/types.js';
import type { EventBatch, RingLevel, Stream } from './readers/types.js';
import { startChosen } from './start-chosen.js';

/** How a package is run. */
export interface StartOptions extends ProgramOptions {
  /** Where programs attach that do not say it themselves. */
  readonly attachOptions?: Partial<AttachOptions> | undefined;
  /** Variables without bytes in the object, as configuring the package gives them. */
  readonly variables?: readonly Patch[] | undefined;
  /** Aborted while starting: the start is undone and the signal's reason thrown. Aborted later: the run ends. */
  readonly signal?: AbortSignal | undefined;
  /** Where bpftool is looked for first, as in the variable PATH; by default this process's. */
  readonly path?: string | undefined;
  /** Bytes for each processor of perf buffers and of the trace; undefined: the usual ones. */
  readonly bufferSize?: number | undefined;
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
  /** What the user should know of programs and sources, each a sentence; foreign text in it is not escaped. */
  readonly notes: readonly Note[];
  /**
   * What the programs trace, in batches; to be iterated once. Ends after `stop`, with all that was traced till then;
   * by itself when nothing more can come, as of iterators.
   */
  readonly events: AsyncIterable<EventBatch>;
  /** How full ring buffers were found whose losses nobody counts; holds once `events` has ended. */
  readonly levels: () => readonly RingLevel[];
  /** Detaches the programs and lets `events` end. */
  readonly stop: () => void;
}

/**
 * Loads an opened package and attaches all of its programs, or none; only those that the package or the user lets give
 * way are put elsewhere or left out where the kernel is without a place for them, or refuses them. Readers are open
 * before the first program attaches. Throws a TseccError, after undoing whatever was done.
 */
export async function startRun(opened: OpenedPackage, options: StartOptions = {}): Promise<Run> {
  const { kernel = realKernel() } = options;
  const wishes = readWishes(opened, options);
  const facts = kernelFacts(kernel, () => ensureTracefs(kernel));
  const refusals: ProgramRefused[] = [];
  // Who may not load programs may not ask for all that choosing needs to know either.
  requireCapabilities(kernel);
  for (;;) {
    const choice = choosePrograms(wishes, facts, refusals);
    try {
      return await startChosen(opened, choice, wishes, { ...options, kernel });
    } catch (error) {
      // Each refusal closes one place of one program, so that this ends.
      if (!(error instanceof ProgramRefused)) throw error;
      refusals.push(error);
    }
  }
}
