import { TseccError } from '../../core/errors.js';
import { joinPhrases, message, type Phrase } from '../../core/message.js';
import type { Kernel } from './types.js';
import { labCure } from './lab-cure.js';

// include/uapi/linux/capability.h
const CAP_NET_ADMIN = 12;
const CAP_SYS_ADMIN = 21;
const CAP_SYS_RESOURCE = 24;
const CAP_PERFMON = 38;
const CAP_BPF = 39;

/**
 * Throws `not-permitted` unless this process may load tracing programs: CAP_SYS_ADMIN, or since Linux 5.8 CAP_BPF
 * with CAP_PERFMON. Cheap, so that it is asked before anything slow is tried; the kernel still has the last word.
 */
export function requireCapabilities(kernel: Kernel): void {
  const missing = lackingCapabilities(kernel).filter((name) => name !== 'CAP_NET_ADMIN');
  if (missing.length === 0) return;
  throw new TseccError(
    'not-permitted',
    message`load BPF programs: this user lacks ${nameCapabilities(missing)}`,
    {
      cure: labCure('rights', message`run it with sudo`),
    },
  );
}

/** Capabilities as they stand in a sentence. */
export function nameCapabilities(names: readonly string[]): Phrase {
  return joinPhrases(names, (before, next) => message`${before} and ${next}`);
}

/** Which capabilities this process lacks of those that some kind of program needs; none with CAP_SYS_ADMIN. */
export function lackingCapabilities(kernel: Kernel): readonly string[] {
  const held = effectiveCapabilities(kernel);
  if (held(CAP_SYS_ADMIN)) return [];
  const wanted = { CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN };
  return Object.entries(wanted).flatMap(([name, capability]) => (held(capability) ? [] : [name]));
}

/** Which of the capabilities that runs can need this process holds. */
export function heldCapabilities(kernel: Kernel): ReadonlySet<string> {
  const held = effectiveCapabilities(kernel);
  const known = { CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN, CAP_SYS_ADMIN, CAP_SYS_RESOURCE };
  return new Set(Object.entries(known).flatMap(([name, capability]) => (held(capability) ? [name] : [])));
}

/** True when this process holds all that root can hold, so that a refusal has another cause than missing root. */
export function isFullyPrivileged(kernel: Kernel): boolean {
  return effectiveCapabilities(kernel)(CAP_SYS_ADMIN);
}

function effectiveCapabilities(kernel: Kernel): (capability: number) => boolean {
  const mask = /^CapEff:\s*([0-9a-f]+)$/m.exec(kernel.readText('/proc/self/status'))?.[1] ?? '0';
  const bits = BigInt(`0x${mask}`);
  return (capability) => ((bits >> BigInt(capability)) & 1n) === 1n;
}
