import type { Kernel } from './types.js';

/** Names of the active security modules; undefined where securityfs is not mounted. */
export function activeModules(kernel: Kernel): readonly string[] | undefined {
  return readOrNone(kernel, '/sys/kernel/security/lsm')?.split(',');
}

/** How far the kernel is locked down: `none`, `integrity`, `confidentiality`; undefined where that is not told. */
export function lockdownState(kernel: Kernel): string | undefined {
  const text = readOrNone(kernel, '/sys/kernel/security/lockdown');
  return text === undefined ? undefined : /\[(\w+)\]/.exec(text)?.[1];
}

function readOrNone(kernel: Kernel, path: string): string | undefined {
  try {
    return kernel.readText(path).trim();
  } catch {
    return undefined;
  }
}
