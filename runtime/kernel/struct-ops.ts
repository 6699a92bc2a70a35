import { littleEndian } from './bpf.js';
import { errno, errnoOf } from './errno.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_MAP_UPDATE_ELEM = 2;
const BPF_MAP_DELETE_ELEM = 3;

/**
 * Gives a struct_ops map its value: the kernel's struct with descriptors of programs where it has functions. A map
 * made with BPF_F_LINK is ready for a link then (Linux ≥ 6.4); any other is registered by it, and stays so until
 * {@link unregisterStructOps}, whoever ends.
 */
export function updateStructOps(kernel: Kernel, map: number, value: Uint8Array): void {
  const key = new Uint8Array(4);
  const attributes = elementAttributes(kernel, map, key);
  attributes.setBigUint64(16, kernel.address(value), littleEndian);
  kernel.bpf(BPF_MAP_UPDATE_ELEM, new Uint8Array(attributes.buffer), [key, value]);
}

/** Takes a struct_ops map out of use; one that is in no use is no error. */
export function unregisterStructOps(kernel: Kernel, map: number): void {
  const key = new Uint8Array(4);
  try {
    kernel.bpf(BPF_MAP_DELETE_ELEM, new Uint8Array(elementAttributes(kernel, map, key).buffer), [key]);
  } catch (error) {
    if (errnoOf(error) !== errno.ENOENT && errnoOf(error) !== errno.EINPROGRESS) throw error;
  }
}

function elementAttributes(kernel: Kernel, map: number, key: Uint8Array): DataView {
  const attributes = new DataView(new ArrayBuffer(32));
  attributes.setUint32(0, map, littleEndian);
  attributes.setBigUint64(8, kernel.address(key), littleEndian);
  return attributes;
}
