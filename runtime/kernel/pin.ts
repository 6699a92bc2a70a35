import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_OBJ_PIN = 6;

/** Gives a map or program a name in bpffs, by which it outlives its descriptors. */
export function pinObject(kernel: Kernel, fd: number, path: string): void {
  const text = Buffer.from(`${path}\0`);
  const attributes = new DataView(new ArrayBuffer(16));
  attributes.setBigUint64(0, kernel.address(text), littleEndian);
  attributes.setUint32(8, fd, littleEndian);
  kernel.bpf(BPF_OBJ_PIN, new Uint8Array(attributes.buffer), [text]);
}
