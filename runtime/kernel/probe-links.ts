import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, enum bpf_attach_type and flags, include/uapi/linux/bpf.h.
const BPF_LINK_CREATE = 28;
const BPF_TRACE_ITER = 28;
const BPF_TRACE_KPROBE_MULTI = 42;
const BPF_TRACE_UPROBE_MULTI = 48;
const BPF_TRACE_KPROBE_SESSION = 56;
const BPF_TRACE_UPROBE_SESSION = 57;
const BPF_F_KPROBE_MULTI_RETURN = 1;
const BPF_F_UPROBE_MULTI_RETURN = 1;

/** Where in the course of a function a program runs; `session`: at both ends, the entry deciding over the return. */
export type ProbeMoment = 'entry' | 'return' | 'session';

/**
 * Attaches a program to many kernel functions by their addresses, in one link (Linux ≥ 5.18; sessions ≥ 6.10). Gives
 * its descriptor. Kernels without answer EINVAL or EOPNOTSUPP.
 */
export function createKprobeMultiLink(
  kernel: Kernel,
  program: number,
  addresses: readonly bigint[],
  moment: ProbeMoment,
): number {
  const places = bytesOfNumbers(addresses);
  const type = moment === 'session' ? BPF_TRACE_KPROBE_SESSION : BPF_TRACE_KPROBE_MULTI;
  const attributes = linkAttributes(program, 0, type);
  attributes.setUint32(16, moment === 'return' ? BPF_F_KPROBE_MULTI_RETURN : 0, littleEndian);
  attributes.setUint32(20, addresses.length, littleEndian);
  attributes.setBigUint64(32, kernel.address(places), littleEndian);
  return create(kernel, attributes, [places]);
}

/** Places in a file that user-space probes are set at. */
export interface FileProbes {
  readonly path: string;
  /** In the file. */
  readonly offsets: readonly number[];
  /** Undefined: of every process. */
  readonly pid: number | undefined;
}

/**
 * Attaches a program to many places of a file in one link (Linux ≥ 6.6; sessions ≥ 6.13). Gives its descriptor.
 * Kernels without answer EINVAL, as do all for a program that was not loaded for such links.
 */
export function createUprobeMultiLink(
  kernel: Kernel,
  program: number,
  { path, offsets, pid }: FileProbes,
  moment: ProbeMoment,
): number {
  const name = Buffer.from(`${path}\0`);
  const places = bytesOfNumbers(offsets.map(BigInt));
  const type = moment === 'session' ? BPF_TRACE_UPROBE_SESSION : BPF_TRACE_UPROBE_MULTI;
  const attributes = linkAttributes(program, 0, type);
  attributes.setBigUint64(16, kernel.address(name), littleEndian);
  attributes.setBigUint64(24, kernel.address(places), littleEndian);
  attributes.setUint32(48, offsets.length, littleEndian);
  attributes.setUint32(52, moment === 'return' ? BPF_F_UPROBE_MULTI_RETURN : 0, littleEndian);
  attributes.setUint32(56, pid ?? 0, littleEndian);
  return create(kernel, attributes, [name, places]);
}

/** What an iterator goes over, where that is not everything: a map, or the threads of one process (Linux ≥ 6.1). */
export type IteratorScope = { readonly map: number } | { readonly pid: number } | undefined;

/** Attaches an iterator program (Linux ≥ 5.8); gives the link's descriptor, from which its walks are begun. */
export function createIteratorLink(kernel: Kernel, program: number, scope: IteratorScope): number {
  const attributes = linkAttributes(program, 0, BPF_TRACE_ITER);
  if (!scope) return create(kernel, attributes, []);
  // union bpf_iter_link_info: map_fd; or task: tid, pid, pid_fd. Older kernels know 4 bytes of it.
  const info = new DataView(new ArrayBuffer('map' in scope ? 4 : 16));
  if ('map' in scope) info.setUint32(0, scope.map, littleEndian);
  else info.setUint32(4, scope.pid, littleEndian);
  const bytes = new Uint8Array(info.buffer);
  attributes.setBigUint64(16, kernel.address(bytes), littleEndian);
  attributes.setUint32(24, bytes.length, littleEndian);
  return create(kernel, attributes, [bytes]);
}

function linkAttributes(program: number, target: number, type: number): DataView {
  const attributes = new DataView(new ArrayBuffer(64));
  attributes.setUint32(0, program, littleEndian);
  attributes.setUint32(4, target, littleEndian);
  attributes.setUint32(8, type, littleEndian);
  return attributes;
}

function create(kernel: Kernel, attributes: DataView, keepAlive: readonly Uint8Array[]): number {
  return kernel.bpf(BPF_LINK_CREATE, new Uint8Array(attributes.buffer), keepAlive);
}

function bytesOfNumbers(numbers: readonly bigint[]): Uint8Array {
  return new Uint8Array(BigUint64Array.from(numbers).buffer);
}
