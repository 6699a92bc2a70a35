import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname } from 'node:path';
import type { Accelerator } from './architectures.js';

/**
 * The accelerators worth a try, best first: KVM where its device opens for this user, unless it is remembered that a
 * guest died of it on this host kernel; then emulation.
 */
export function acceleratorsToTry(memory: string, device = '/dev/kvm'): Accelerator[] {
  return opens(device) && !isKvmBroken(memory) ? ['kvm', 'tcg'] : ['tcg'];
}

/** Remembers that KVM does not truly work with this host kernel, so that it is not tried each time. */
export function rememberBrokenKvm(memory: string, host = release()): void {
  mkdirSync(dirname(memory), { recursive: true, mode: 0o700 });
  writeFileSync(memory, JSON.stringify({ brokenKvm: host }) + '\n');
}

/** Forgets it, so that KVM is tried again. */
export function forgetBrokenKvm(memory: string): void {
  rmSync(memory, { force: true });
}

/** Whether KVM is remembered as broken with this host kernel. */
export function isKvmBroken(memory: string, host = release()): boolean {
  try {
    const known: unknown = JSON.parse(readFileSync(memory, 'utf8'));
    return typeof known === 'object' && known !== null && 'brokenKvm' in known && known.brokenKvm === host;
  } catch {
    return false;
  }
}

function opens(device: string): boolean {
  try {
    accessSync(device, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
