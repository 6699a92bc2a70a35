import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_ITER_CREATE = 33;

/** Begins a walk of an attached iterator (Linux ≥ 5.8); gives the descriptor that its text is read from. */
export function createIterator(kernel: Kernel, link: number): number {
  const attributes = new DataView(new ArrayBuffer(8));
  attributes.setUint32(0, link, littleEndian);
  return kernel.bpf(BPF_ITER_CREATE, new Uint8Array(attributes.buffer));
}
