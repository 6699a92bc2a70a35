import type { EventType, Source } from '../decode/types.js';
import type { Phrase } from '../../core/message.js';
import type { TraceEvent } from './trace-lines.js';

/** Where events of one shape come from. Known, with its type, before the first event. */
export interface Stream {
  /** The map's or program's name. */
  readonly name: string;
  /** `event`: what programs sent; `sample`: a map's entry at an interval; `variables`: a section's values at the end. */
  readonly role: 'event' | 'sample' | 'variables';
  readonly type: EventType;
}

/**
 * Records of one stream, as they lie in the source's memory: record n has `lengths[n]` bytes at `offsets[n]`. Both
 * arrays may be longer than `count`. Reader and kernel use the memory again once the next batch is asked for.
 */
export interface RecordBatch {
  readonly kind: 'records';
  readonly stream: Stream;
  readonly source: Source;
  readonly offsets: Uint32Array;
  readonly lengths: Uint32Array;
  readonly count: number;
  /** When it was read, in milliseconds since 1970. */
  readonly time: number;
}

/** Counts in slots: one histogram for each key of the sampled map. */
export interface HistogramBatch {
  readonly kind: 'histograms';
  readonly name: string;
  readonly scale: 'log2' | 'linear';
  /** What the values are counted in, as `@sample` says. */
  readonly unit: string;
  readonly entries: readonly HistogramEntry[];
  readonly time: number;
}

export interface HistogramEntry {
  /** The key, and what else the value holds beside its slots, as text such as `comm = sshd`; empty for a sole one. */
  readonly label: string;
  readonly slots: readonly bigint[];
}

/** A record with call stacks in it, its addresses named (`@intepreter {"stack_trace": …}`). */
export interface StackBatch {
  readonly kind: 'stacks';
  readonly name: string;
  readonly stacks: readonly StackSample[];
  readonly time: number;
}

export interface StackSample {
  readonly comm: string;
  readonly pid: number;
  readonly cpu: number;
  /** Innermost first. */
  readonly kernel: readonly StackFrame[];
  readonly user: readonly StackFrame[];
}

export interface StackFrame {
  readonly address: bigint;
  /** `function+0x12`, with the module or file where it is known; undefined for an address without a name. */
  readonly symbol: string | undefined;
}

/** What came from the kernel, in the order of its coming. */
export type EventBatch =
  | { readonly kind: 'trace'; readonly events: readonly TraceEvent[] }
  | RecordBatch
  | HistogramBatch
  | StackBatch
  /** What an iterator printed: whole lines, or what is left at its end. */
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** Events that did not get here; `count` undefined when the kernel does not say how many. */
  | {
      readonly kind: 'lost';
      readonly name: string;
      readonly count: number | undefined;
      readonly cpu?: number;
    };

/** When a reader stops. */
export interface ReaderStops {
  /** Ends the waiting: from now on only what is there already is read. */
  readonly signal: AbortSignal;
  /** Called after the signal, before the last reading: what fills the source is to end here. Twice is harmless. */
  readonly beforeDrain: () => void;
}

/** How full a ring buffer was found whose losses nobody counts: it may have been fuller in between, unless it was full. */
export interface RingLevel {
  readonly name: string;
  /** The most of it that was in use, from 0 to 1. */
  readonly part: number;
  /** A further record would have found no room: some may be lost. */
  readonly full: boolean;
}

/** What is known of a buffer, or wished for it, when it is opened. */
export interface BufferOptions {
  /** Bytes of the largest record that a ring buffer is known to carry, where its level is to be watched. */
  readonly largest?: number | undefined;
  /** Bytes of a perf buffer's ring on each processor. */
  readonly size?: number | undefined;
  /** How many records have found a perf buffer full, where its programs count them. */
  readonly countFull?: (() => number) | undefined;
}

/** A source that is open. Disposing lets go of its memory and descriptors; a batch in use keeps its memory till its end. */
export interface Reader extends Disposable {
  /** Batches as they come, until the stop; then what is left. To be iterated once. */
  readonly read: (stops: ReaderStops) => AsyncIterable<EventBatch>;
  /** Of a ring buffer whose losses nobody counts. Holds from the first reading on. */
  readonly level?: (() => RingLevel) | undefined;
  /** What a user has to know of how it was opened. */
  readonly notes?: readonly Phrase[];
}

/**
 * Records as they were found, before it is known what they are: record n has `lengths[n]` bytes at `offsets[n]`.
 * Filled again and again, so that nothing is allocated for one.
 */
export interface RecordList {
  readonly offsets: Uint32Array;
  readonly lengths: Uint32Array;
  count: number;
}

/** Makes the batches of a buffer's records, whose bytes lie in the source. */
export type Emit = (records: RecordList, source: Source, time: number) => Iterable<EventBatch>;
