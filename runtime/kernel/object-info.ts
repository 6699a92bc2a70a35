import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_OBJ_GET_INFO_BY_FD = 15;

/** The kernel's number of a loaded program; numbers are given anew only after all others were (idr_alloc_cyclic). */
export function programId(kernel: Kernel, fd: number): number {
  return objectInfo(kernel, fd, 8).getUint32(4, littleEndian);
}

/**
 * How many instructions the verifier looked at, the rounds of loops counted each: verified_insns of struct
 * bpf_prog_info. Undefined before Linux 5.16, which does not say.
 */
export function verifiedInstructions(kernel: Kernel, fd: number): number | undefined {
  return objectInfo(kernel, fd, 220).getUint32(216, littleEndian) || undefined;
}

/** What the kernel says of a map. */
export interface MapInfo {
  /** BPF_MAP_TYPE_*. */
  readonly type: number;
  readonly id: number;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  /** BPF_F_*. */
  readonly flags: number;
  /** For struct_ops: the type of its value in the kernel's BTF. */
  readonly kernelValueType: number;
}

/** struct bpf_map_info of include/uapi/linux/bpf.h, as far as it is the same since Linux 5.6. */
export function mapInfo(kernel: Kernel, fd: number): MapInfo {
  const view = objectInfo(kernel, fd, 48);
  const word = (offset: number): number => view.getUint32(offset, littleEndian);
  return {
    type: word(0),
    id: word(4),
    keySize: word(8),
    valueSize: word(12),
    maxEntries: word(16),
    flags: word(20),
    kernelValueType: word(44),
  };
}

/** A kernel with more to say says only what has room. */
function objectInfo(kernel: Kernel, fd: number, size: number): DataView {
  const info = new Uint8Array(size);
  const attributes = new DataView(new ArrayBuffer(16));
  attributes.setUint32(0, fd, littleEndian);
  attributes.setUint32(4, size, littleEndian);
  attributes.setBigUint64(8, kernel.address(info), littleEndian);
  kernel.bpf(BPF_OBJ_GET_INFO_BY_FD, new Uint8Array(attributes.buffer), [info]);
  return new DataView(info.buffer);
}
