import type { Phrase } from '../../../core/message.js';
import type { OpenedPackage } from '../../../core/package/types.js';
import type { RunEvent, RunOptions } from '../../../runtime/library/types.js';
import type { Needs } from '../lessons/types.js';
import type { Values } from '../placeholders/make-values.js';

/** What a run needs beside a kernel. */
export interface StandRequest {
  /** The program of the workload: its name and bytes. */
  readonly program?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  /** True for a fresh cgroup. */
  readonly cgroup: boolean;
  /** A network interface of its own is none of these: `lo` is everywhere. */
  readonly signal?: AbortSignal | undefined;
}

/** A package to be run, its placeholders filled. */
export interface StandTask {
  readonly opened: OpenedPackage;
  readonly options: RunOptions;
  /** Shell, run in a fresh directory once all programs are attached. */
  readonly workload: string;
  readonly signal: AbortSignal;
}

/** What came of a run. */
export interface StandResult {
  /** The programs were attached. */
  readonly attached: boolean;
  readonly events: readonly RunEvent[];
  /** What it failed of, if anything. */
  readonly failure: unknown;
  /** What is still in the kernel after it, by name. */
  readonly leftovers: readonly string[];
}

/** Where one run takes place. */
export interface Stand extends AsyncDisposable {
  /** `dir`, `program` and `cgroup`, as they are called there. */
  readonly values: Values;
  /** Starts a process that will do the workload, and waits until the programs are attached; gives its process id. */
  readonly prepare: (workload: string) => Promise<string>;
  readonly perform: (task: StandTask) => Promise<StandResult>;
}

/** A kernel that exercises are run on. */
export interface Place extends AsyncDisposable {
  readonly kind: 'host' | 'lab';
  /** `uname -r`; undefined until a lab was opened. */
  readonly kernelRelease: () => string | undefined;
  readonly open: (request: StandRequest) => Promise<Stand>;
  /** What it lacks of what a lesson needs, found by trial; undefined where all is there. */
  readonly lacking: (needs: Needs) => Promise<Phrase | undefined>;
}
