import { openPinned } from './bpf.js';
import { errnoOf } from './errno.js';
import { ensureMounted } from './mounts.js';
import { mapInfo } from './object-info.js';
import type { Kernel, MarkKind } from './types.js';

/** Where libbpf looks for a map that is pinned by its name (LIBBPF_PIN_BY_NAME): at the top of bpffs. */
export function namedPinPath(kernel: Kernel, name: string): string {
  const bpffs = ensureMounted(kernel, { type: 'bpf', path: '/sys/fs/bpf', option: 'CONFIG_BPF_SYSCALL' });
  return `${bpffs}/${name}`;
}

/** What is noted of a map that we pin: its number in the kernel, which no other map has, and its name. */
export function namedPinNote(id: number, name: string): string {
  return `${id}-${name}`;
}

/** Pins of maps by their names, which other programs can hold on to: they go when the run does that made them. */
export const namedPinMark: MarkKind = {
  prefix: 'named-pin-',
  undo: (kernel, note) => {
    const [, id, name] = /^(\d+)-(\w+)$/.exec(note) ?? [];
    if (name !== undefined) removeNamedPin(kernel, Number(id), name);
    return true;
  },
};

/** Removes the pin of a map, unless another map stands there by now. */
export function removeNamedPin(kernel: Kernel, id: number, name: string): void {
  const path = namedPinPath(kernel, name);
  let fd: number;
  try {
    fd = openPinned(kernel, path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return;
  }
  try {
    if (mapInfo(kernel, fd).id === id) kernel.removeTree(path);
  } finally {
    kernel.close(fd);
  }
}
