import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_MAP_LOOKUP_ELEM = 1;
const BPF_MAP_UPDATE_ELEM = 2;

/**
 * Changes the one value of a map of global variables, which is a whole section: reads its `size` bytes, lets `change`
 * set some, and writes them. Nothing else may write meanwhile.
 */
export function changeSoleValue(
  kernel: Kernel,
  map: number,
  size: number,
  change: (value: Uint8Array) => void,
): void {
  const key = new Uint8Array(4);
  const value = new Uint8Array(size);
  const attributes = new DataView(new ArrayBuffer(32));
  attributes.setUint32(0, map, littleEndian);
  attributes.setBigUint64(8, kernel.address(key), littleEndian);
  attributes.setBigUint64(16, kernel.address(value), littleEndian);
  const call = (command: number): unknown =>
    kernel.bpf(command, new Uint8Array(attributes.buffer), [key, value]);
  call(BPF_MAP_LOOKUP_ELEM);
  change(value);
  call(BPF_MAP_UPDATE_ELEM);
}
