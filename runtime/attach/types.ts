import type { ProgramKind } from '../../core/object/section-table.js';
import type { BpfObject, ObjectMap } from '../../core/object/types.js';
import type { Kernel } from '../kernel/types.js';
import type { Phrase } from '../../core/message.js';

/** The kinds of programs that this version attaches; `table.ts` has a row for each. */
export type AttachKind = Extract<
  ProgramKind,
  | 'kprobe'
  | 'kretprobe'
  | 'tracepoint'
  | 'raw_tp'
  | 'tp_btf'
  | 'fentry'
  | 'fexit'
  | 'kprobe.multi'
  | 'kretprobe.multi'
  | 'kprobe.session'
  | 'ksyscall'
  | 'kretsyscall'
  | 'raw_tp.w'
  | 'fmod_ret'
  | 'lsm'
  | 'uprobe'
  | 'uretprobe'
  | 'uprobe.multi'
  | 'uretprobe.multi'
  | 'uprobe.session'
  | 'usdt'
  | 'perf_event'
  | 'iter'
  | 'syscall'
  | 'xdp'
  | 'tc'
  | 'tcx'
  | 'netfilter'
  | 'cgroup'
  | 'sockops'
  | 'lsm_cgroup'
  | 'sk_msg'
  | 'sk_skb'
  | 'sk_lookup'
  | 'flow_dissector'
  | 'socket'
  | 'struct_ops'
>;

/** Where a program belongs: its section, read and found attachable. */
export interface AttachPoint {
  /** Name of the program. */
  readonly program: string;
  /** The section as written, for instance `kprobe/do_unlinkat`. */
  readonly section: string;
  readonly kind: AttachKind;
  /**
   * What stands behind the section's prefix: a function, a tracepoint as `category/name`, a raw tracepoint's name, or
   * whatever the kind makes of it. Empty where the section names nothing.
   */
  readonly target: string;
  /** Bytes from the function's start; 0 for kinds without offsets. */
  readonly offset: number;
}

/** A program in the kernel, with its descriptor. */
export interface LoadedProgram extends AttachPoint {
  readonly fd: number;
  /** True for a program for many probes that was loaded as one for a single probe: links for many refuse it. */
  readonly single?: boolean;
}

/** A map in the kernel, with its descriptor. */
export interface LoadedMap {
  /** As the object calls it: a map's own name, or a section of variables, such as `.rodata`. */
  readonly name: string;
  readonly fd: number;
  /** Undefined for sections of variables. */
  readonly definition: ObjectMap | undefined;
}

/** What the user said of the place to attach at; each goes for every program of a kind that takes it. */
export interface AttachOptions {
  /** Network interfaces, by name or index. */
  readonly interfaces: readonly string[];
  /** Path of a cgroup of version 2. */
  readonly cgroup: string | undefined;
  /** Process that user-space probes and perf events look at; undefined: all. */
  readonly pid: number | undefined;
  /** Executable or library of user-space probes, in place of the one that the section names. */
  readonly binary: string | undefined;
}

/** What explaining a failure needs. */
export interface LoadContext {
  readonly kernel: Kernel;
  /** All programs of the run, so that a cure can name every one that needs it. */
  readonly points: readonly AttachPoint[];
  /** Where tracefs is; mounts it at the first call. */
  readonly tracefs: () => string;
}

/** What attaching needs beside the program. */
export interface AttachContext extends LoadContext {
  readonly options: AttachOptions;
  /** What the package says of a program beside its section, such as ecc's `ifindex` and `tchook`; not validated. */
  readonly settings: (program: string) => Readonly<Record<string, unknown>>;
  readonly object: BpfObject;
  readonly maps: readonly LoadedMap[];
  /** All programs of the run, for kinds that attach several at once. */
  readonly programs: readonly LoadedProgram[];
}

/** An attached program. Disposing detaches it. */
export interface Link extends Disposable {
  readonly program: string;
  /** Where it is attached, as its section says. */
  readonly section: string;
  /** Descriptor of a BPF iterator's link, for the reader of what it prints; the link owns it. */
  readonly iterator?: number | undefined;
  /** What the user should know of how it was attached, in one sentence. */
  readonly note?: Phrase | undefined;
  /** Attaches it again where the kernel lets it go while the run goes on. Resolves at the signal; rejects where it cannot. */
  readonly keep?: ((signal: AbortSignal) => Promise<void>) | undefined;
}

/** Attaches a program of one kind; throws a TseccError that names program, hook, cause and cure. */
export type Attacher = (program: LoadedProgram, context: AttachContext) => Link | Promise<Link>;
