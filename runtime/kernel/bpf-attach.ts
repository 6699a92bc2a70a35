import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_PROG_ATTACH = 8;
const BPF_PROG_DETACH = 9;
const BPF_LINK_CREATE = 28;

/** What BPF_LINK_CREATE takes. */
export interface LinkRequest {
  /** Descriptor of the program; of the map for struct_ops. */
  readonly program: number;
  /** Descriptor of a cgroup or network namespace, or the index of an interface; 0 where the hook has none. */
  readonly target: number;
  /** enum bpf_attach_type. */
  readonly type: number;
  readonly flags?: number;
  /** Words that stand behind the flags, as some hooks have them. */
  readonly extra?: readonly number[];
}

/** Attaches by a link; gives its descriptor: closing it detaches. */
export function createLink(
  kernel: Kernel,
  { program, target, type, flags = 0, extra = [] }: LinkRequest,
): number {
  return kernel.bpf(BPF_LINK_CREATE, words([program, target, type, flags, ...extra]));
}

/** A program at a map of sockets, a hook older than links for it. */
export interface MapAttachment {
  /** Descriptor of the sockmap or sockhash. */
  readonly map: number;
  readonly program: number;
  /** enum bpf_attach_type. */
  readonly type: number;
}

/** Attaches without a link; a sockmap drops its programs with its last descriptor (sock_map_release_progs). */
export function attachToMap(kernel: Kernel, { map, program, type }: MapAttachment): void {
  kernel.bpf(BPF_PROG_ATTACH, words([map, program, type]));
}

/** Undoes {@link attachToMap}. */
export function detachFromMap(kernel: Kernel, { map, program, type }: MapAttachment): void {
  kernel.bpf(BPF_PROG_DETACH, words([map, program, type]));
}

function words(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [index, value] of values.entries()) view.setInt32(index * 4, value | 0, littleEndian);
  return new Uint8Array(view.buffer);
}
