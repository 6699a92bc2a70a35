import { machine } from 'node:os';
import type { Kernel } from './types.js';

/** What this system calls itself, as archives of kernels' types name them. */
export interface HostNames {
  /** `ID` and `VERSION_ID` of os-release(5): `ubuntu`, `20.04`; empty where they are not told, as by a rolling one. */
  readonly distribution: string;
  readonly version: string;
  /** `uname -m`. */
  readonly machine: string;
  /** `uname -r`. */
  readonly release: string;
}

/** Reads the names of the running system; in a container, os-release speaks of the container. */
export function hostNames(kernel: Kernel): HostNames {
  const field = osRelease(kernel);
  return {
    distribution: field('ID'),
    version: field('VERSION_ID'),
    machine: machine(),
    release: kernel.release,
  };
}

function osRelease(kernel: Kernel): (key: string) => string {
  const path = ['/etc/os-release', '/usr/lib/os-release'].find((each) => kernel.exists(each));
  const text = path === undefined ? '' : kernel.readText(path);
  return (key) => (new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1] ?? '').replaceAll(/["']/g, '');
}
