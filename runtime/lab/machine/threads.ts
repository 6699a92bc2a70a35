/** Threads of the host that emulate the guest's processors: one for all of them, or one each. */
export type Threads = 'single' | 'multi';

/**
 * How many threads a QEMU may emulate with, by its answer to `query-version`. Before 8.1 one thread may translate an
 * instruction that another one's processor replaces at that moment, and go on with the old one (the QEMU commit deba78709a
 * holds the page): a kernel patches its own code as it boots, and whenever a program is attached. About one boot in sixty
 * and one run in a thousand ended in a panic.
 */
export function safeThreads(version: unknown): Threads {
  const { major, minor } = qemuVersion(version);
  return major > 8 || (major === 8 && minor >= 1) ? 'multi' : 'single';
}

interface Version {
  readonly major: number;
  readonly minor: number;
}

const unknownVersion: Version = { major: 0, minor: 0 };

function qemuVersion(answer: unknown): Version {
  if (typeof answer !== 'object' || answer === null || !('qemu' in answer)) return unknownVersion;
  return isVersion(answer.qemu) ? answer.qemu : unknownVersion;
}

function isVersion(value: unknown): value is Version {
  if (typeof value !== 'object' || value === null || !('major' in value && 'minor' in value)) return false;
  return typeof value.major === 'number' && typeof value.minor === 'number';
}
