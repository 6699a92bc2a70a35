import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_OBJ_GET_INFO_BY_FD = 15;

/** What the kernel says of a map: the first members of struct bpf_map_info, include/uapi/linux/bpf.h. */
export interface MapInfo {
  /** BPF_MAP_TYPE_*. */
  readonly type: number;
  readonly id: number;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  readonly flags: number;
}

/** Asks the kernel what a map is: buffers for its keys and values go by this, whatever the package says. */
export function readMapInfo(kernel: Kernel, map: number): MapInfo {
  const info = new DataView(new ArrayBuffer(80));
  const bytes = new Uint8Array(info.buffer);
  const attributes = new DataView(new ArrayBuffer(16));
  attributes.setUint32(0, map, littleEndian);
  attributes.setUint32(4, bytes.length, littleEndian);
  attributes.setBigUint64(8, kernel.address(bytes), littleEndian);
  kernel.bpf(BPF_OBJ_GET_INFO_BY_FD, new Uint8Array(attributes.buffer), [bytes]);
  const [type = 0, id = 0, keySize = 0, valueSize = 0, maxEntries = 0, flags = 0] = [0, 4, 8, 12, 16, 20].map(
    (offset) => info.getUint32(offset, littleEndian),
  );
  return { type, id, keySize, valueSize, maxEntries, flags };
}
