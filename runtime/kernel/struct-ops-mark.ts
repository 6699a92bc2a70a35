import { littleEndian } from './bpf.js';
import { errno, errnoOf } from './errno.js';
import { mapInfo } from './object-info.js';
import { unregisterStructOps } from './struct-ops.js';
import type { Kernel, MarkKind } from './types.js';

// include/uapi/linux/bpf.h
const BPF_MAP_GET_FD_BY_ID = 14;
const BPF_MAP_TYPE_STRUCT_OPS = 26;

/** The mark of a registered struct_ops map, by the number of the map: they have no links before Linux 6.4. */
export const structOpsMark: MarkKind = {
  prefix: 'struct_ops-',
  undo: (kernel, rest) => {
    if (/^\d{1,10}$/.test(rest)) undo(kernel, Number(rest));
    return true;
  },
};

function undo(kernel: Kernel, id: number): void {
  const map = openMap(kernel, id);
  if (map === undefined) return;
  try {
    if (mapInfo(kernel, map).type === BPF_MAP_TYPE_STRUCT_OPS) unregisterStructOps(kernel, map);
  } finally {
    kernel.close(map);
  }
}

function openMap(kernel: Kernel, id: number): number | undefined {
  const attributes = new DataView(new ArrayBuffer(12));
  attributes.setUint32(0, id, littleEndian);
  try {
    return kernel.bpf(BPF_MAP_GET_FD_BY_ID, new Uint8Array(attributes.buffer));
  } catch (error) {
    // It went with its last user.
    if (errnoOf(error) === errno.ENOENT) return undefined;
    throw error;
  }
}
