import type { Kernel } from '../kernel/types.js';

/** The kinds of programs that this version attaches; `table.ts` has a row for each. */
export type AttachKind = 'kprobe' | 'kretprobe' | 'tracepoint' | 'raw_tp' | 'tp_btf' | 'fentry' | 'fexit';

/** Where a program belongs: its section, read and found attachable. */
export interface AttachPoint {
  /** Name of the program. */
  readonly program: string;
  /** The section as written, for instance `kprobe/do_unlinkat`. */
  readonly section: string;
  readonly kind: AttachKind;
  /** The function, the tracepoint as `category/name`, or the raw tracepoint's name. */
  readonly target: string;
  /** Bytes from the function's start; 0 for kinds without offsets. */
  readonly offset: number;
}

/** A program in the kernel, with its descriptor. */
export interface LoadedProgram extends AttachPoint {
  readonly fd: number;
}

/** What attaching needs beside the program. */
export interface AttachContext {
  readonly kernel: Kernel;
  /** All programs of the run, so that a cure can name every one that needs it. */
  readonly points: readonly AttachPoint[];
  /** Where tracefs is; mounts it at the first call. */
  readonly tracefs: () => string;
}

/** An attached program. Disposing detaches it. */
export interface Link extends Disposable {
  readonly program: string;
  /** Where it is attached, as its section says. */
  readonly section: string;
}

/** Attaches a program of one kind; throws a TseccError that names program, hook, cause and cure. */
export type Attacher = (program: LoadedProgram, context: AttachContext) => Link;
