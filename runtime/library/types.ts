import type { Value } from '../decode/types.js';

/** Fields of a record whose types are not known at build time. */
export type Fields = Readonly<Record<string, Value>>;

/** What {@link run} takes its streams for when no types are given: any name, any fields. */
export type AnyStreams = Readonly<Record<string, Fields>>;

/**
 * One event of a run; `kind` says which. `Streams` are the types of the records, by the buffer or sampled map that they
 * come from: the interface `Events` of the file that `tsecc --types` writes.
 */
export type RunEvent<Streams extends object = AnyStreams> =
  | { readonly [Name in keyof Streams & string]: RecordEvent<Name, Streams[Name]> }[keyof Streams & string]
  | TraceLineEvent
  | HistogramEvent
  | StackEvent
  | TextEvent
  | LostEvent;

/** A record that a program sent, or an entry of a sampled map: a copy, which stays as it is. */
export interface RecordEvent<Stream extends string = string, Data = Fields> {
  readonly kind: 'record';
  /** The buffer or map that it comes from. */
  readonly stream: Stream;
  /** As C spells the record's type: `struct event`. */
  readonly type: string;
  /** When it was read, in milliseconds since 1970, as `Date.now()`. */
  readonly time: number;
  /** The fields by name, integers of more than 32 bits as bigint; what is no struct stands under `value`. */
  readonly data: Data;
}

/** A line of `bpf_printk`. */
export interface TraceLineEvent {
  readonly kind: 'trace';
  /** Command name of the process that was running; `<...>` where the kernel did not know it. */
  readonly comm: string;
  /** Its thread id. */
  readonly pid: number;
  readonly cpu: number;
  /** Interrupt and preemption flags, for instance `d..31`. */
  readonly flags: string;
  /** Seconds of the trace clock, to the microsecond. */
  readonly seconds: number;
  /** What the program wrote, without the line feed at its end. */
  readonly message: string;
}

/** Counts of a sampled map as a histogram. */
export interface HistogramEvent {
  readonly kind: 'histogram';
  /** The map. */
  readonly stream: string;
  /** What tells it from others of its map, as text; empty for the only one. */
  readonly key: string;
  /** Of the scale `log2`, slot n counts values from 2^n up to 2^(n+1) - 1. */
  readonly scale: 'log2' | 'linear';
  /** What the values are counted in. */
  readonly unit: string;
  readonly slots: readonly bigint[];
  /** When it was read, in milliseconds since 1970. */
  readonly time: number;
}

/** A sample of call stacks. */
export interface StackEvent {
  readonly kind: 'stack';
  /** The buffer. */
  readonly stream: string;
  readonly comm: string;
  readonly pid: number;
  readonly cpu: number;
  /** Frames, the innermost first. */
  readonly kernel: readonly Frame[];
  readonly user: readonly Frame[];
  /** When it was read, in milliseconds since 1970. */
  readonly time: number;
}

/** One call of a stack. */
export interface Frame {
  readonly address: bigint;
  /** `function+0x12`, with the module or file where it is known; undefined for an address without a name. */
  readonly symbol: string | undefined;
}

/** A line that a BPF iterator printed, or of the trace that is none of `bpf_printk`. */
export interface TextEvent {
  readonly kind: 'text';
  /** The iterator's program, or `bpf_printk`. */
  readonly stream: string;
  /** Without its line feed. */
  readonly text: string;
}

/** Events that did not get here. */
export interface LostEvent {
  readonly kind: 'lost';
  /** The buffer, or `bpf_printk`. */
  readonly stream: string;
  /** Undefined where it is not known how many, or whether there were any. */
  readonly count: number | undefined;
  /** Undefined where it does not say on which. */
  readonly cpu: number | undefined;
  /** Why, where it is not that a buffer was full. */
  readonly reason: string | undefined;
}

/** A program that is attached. */
export interface AttachedProgram {
  readonly program: string;
  /** Where, as a section: `kprobe/do_unlinkat`. */
  readonly section: string;
  /** What there is to know of it, in a sentence. */
  readonly note: string | undefined;
}

/** What a run stands on once its programs are attached. */
export interface Attached {
  readonly programs: readonly AttachedProgram[];
  /** What there is to know of programs and sources, a sentence each: foreign text in them is not escaped. */
  readonly notes: readonly string[];
}

/** Events wait here between the kernel and the loop that takes them. */
export interface QueueOptions {
  /** Events that wait at most; 4096 when left out. */
  readonly limit?: number | undefined;
  /**
   * `wait` (when left out): reading pauses until the loop has taken some, and the kernel's buffer fills meanwhile.
   * `drop`: reading goes on, and what finds no room is counted in `dropped`.
   */
  readonly whenFull?: 'wait' | 'drop' | undefined;
}

/** How a package is run. All of it may be left out. */
export interface RunOptions {
  /** Aborting it stops the run, as `stop` does. */
  readonly signal?: AbortSignal | undefined;
  /** The program's own arguments: as on a command line, `['--pid', '7']`, or by name, `{ pid: 7 }`. */
  readonly args?:
    readonly string[] | Readonly<Record<string, string | number | bigint | boolean>> | undefined;
  /** Only records that this expression holds for, such as `pid == 1 && comm ~ "ssh*"`. */
  readonly filter?: string | undefined;
  /** Other places for programs than their sections say: `{ do_unlinkat: 'kprobe/filename_unlinkat' }`. */
  readonly attach?: Readonly<Record<string, string>> | undefined;
  /** Names of programs that are left alone. */
  readonly disable?: readonly string[] | undefined;
  /** True to leave out programs that the kernel has no place for. */
  readonly partial?: boolean | undefined;
  /** Network interfaces, by name or index, for programs that need some. */
  readonly interfaces?: readonly string[] | undefined;
  /** Path of a cgroup of version 2, for programs that need one. */
  readonly cgroup?: string | undefined;
  /** The process that user-space probes and perf events look at; all when left out. */
  readonly pid?: number | undefined;
  /** Executable or library of user-space probes, in place of the one that the section names. */
  readonly binary?: string | undefined;
  /** Entries of maps by name; bytes, for a ring buffer. */
  readonly mapSizes?: Readonly<Record<string, number>> | undefined;
  /** Bytes of each ring buffer, and for each processor of perf buffers and of the trace. */
  readonly bufferSize?: number | undefined;
  /** Where events wait for the loop. */
  readonly queue?: QueueOptions | undefined;
}

/**
 * A package that runs, from the call on. To be iterated once: the loop gets the events in the order of their coming, ends
 * when the run was stopped and all that was traced till then is read, and throws what the run failed of. Leaving the loop
 * detaches the programs, as disposing does, and leaves nothing in the kernel.
 */
export interface Running<Streams extends object = AnyStreams> extends AsyncDisposable {
  /** Settles when all programs are attached; rejects with what prevented it, or with the reason of an abort before. */
  readonly ready: Promise<Attached>;
  /** Events that were read, those that were dropped among them. */
  readonly received: number;
  /** Events that the kernel had no room for, one where it does not say how many. */
  readonly lost: number;
  /** Events that found the queue full. */
  readonly dropped: number;
  /** Detaches the programs; the loop ends after what was traced till then. Twice is harmless. */
  readonly stop: () => void;
  /** Takes all events until the run ends: for runs that do, as by `exec` in a lab. */
  readonly toArray: () => Promise<RunEvent<Streams>[]>;
  readonly [Symbol.asyncIterator]: () => AsyncIterator<RunEvent<Streams>, undefined, undefined>;
}
