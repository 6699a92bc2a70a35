import type { Kernel } from '../kernel/types.js';
import { bpftoolAt, type Bpftool } from './bpftool.js';

/** The first descriptor that a bpftool inherits. */
const firstInherited = 3;

/**
 * A bpftool that finds types where a kernel that describes its own would have them: libbpf relocates by those, and
 * bpftool has no option for others. They stand in a mount namespace of that process alone (unshare(1), which asks for
 * CAP_SYS_ADMIN), so that nobody else sees them, and nothing of it is left.
 */
export function lendTypes(path: string, kernel: Kernel, btf: Uint8Array): Bpftool {
  return async (args, { signal, inherit = [] } = {}) => {
    const file = kernel.createMemoryFile('btf');
    try {
      kernel.write(file, btf);
      const script = standUp(firstInherited + inherit.length);
      const argv = ['--mount', '--', 'sh', '-c', script, 'sh', path, ...args];
      return await bpftoolAt('unshare')(argv, { signal, inherit: [...inherit, file] });
    } finally {
      kernel.close(file);
    }
  };
}

/** Puts the bytes of a descriptor in the place of the kernel's types, and becomes the command in its arguments. */
const standUp = (fd: number): string =>
  [
    'mount -t tmpfs tsecli /sys/kernel',
    'mkdir /sys/kernel/btf',
    `cat /proc/self/fd/${fd} >/sys/kernel/btf/vmlinux`,
    'exec "$@"',
  ].join(' && ');
