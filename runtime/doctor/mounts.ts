import type { Check } from '../../core/doctor/types.js';
import { message } from '../../core/message.js';
import { isFullyPrivileged } from '../kernel/capabilities.js';
import { labCure } from '../kernel/lab-cure.js';
import { mountPoints } from '../kernel/mounts.js';
import type { Kernel } from '../kernel/types.js';
import type { Finding } from './types.js';

interface WantedMount {
  readonly type: string;
  readonly path: string;
  /** Whether tsecli mounts it itself. */
  readonly mounts: boolean;
}

const wanted: readonly WantedMount[] = [
  { type: 'bpf', path: '/sys/fs/bpf', mounts: true },
  { type: 'tracefs', path: '/sys/kernel/tracing', mounts: true },
  { type: 'cgroup2', path: '/sys/fs/cgroup', mounts: false },
];

/** A check for each file system of the kernel that runs need: bpffs, tracefs, cgroups of version 2. */
export function checkMounts(kernel: Kernel): readonly Check[] {
  return wanted.map((mount) => ({
    id: `mount:${mount.type}`,
    title: mount.type,
    ...checkMount(kernel, mount),
  }));
}

function checkMount(kernel: Kernel, { type, path, mounts }: WantedMount): Finding {
  const places = mountPoints(kernel, type);
  const place = places.find((each) => each === path) ?? places[0];
  if (place !== undefined) return checkReading(kernel, place);
  if (!knowsType(kernel, type)) {
    return {
      state: 'missing',
      detail: message`kernel ${kernel.release} was built without it`,
      cure: labCure('kernel'),
    };
  }
  if (mounts && isFullyPrivileged(kernel)) {
    return { state: 'ok', detail: message`not mounted; tsecli mounts it at ${path} when it needs it` };
  }
  return {
    state: 'missing',
    detail: message`not mounted`,
    cure: labCure('rights', `sudo mount -t ${type} ${type} ${path}`),
  };
}

function checkReading(kernel: Kernel, place: string): Finding {
  try {
    kernel.list(place);
    return { state: 'ok', detail: place };
  } catch {
    return {
      state: 'limited',
      detail: message`${place}, which this user may not read`,
      cure: labCure('rights', 'run it with sudo'),
    };
  }
}

/** By /proc/filesystems; true where that is not readable. */
function knowsType(kernel: Kernel, type: string): boolean {
  try {
    return kernel.readText('/proc/filesystems').split(/\s+/).includes(type);
  } catch {
    return true;
  }
}
