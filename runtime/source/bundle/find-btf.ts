import type { HostNames } from '../../kernel/host-names.js';

/** Other words for what `uname -m` says. */
const otherMachines: Readonly<Record<string, string>> = {
  aarch64: 'arm64',
  armv7l: 'arm',
  armv8l: 'arm',
};

/**
 * The types of the running kernel among a bundle's: by distribution, version, machine and release; else by machine and
 * release, which also holds in a container of another distribution, unless two distributions have a kernel of that name.
 */
export function findBtf(
  btfs: ReadonlyMap<string, Uint8Array>,
  { distribution, version, machine, release }: HostNames,
): Uint8Array | undefined {
  const machines = [machine, otherMachines[machine] ?? machine];
  for (const word of machines) {
    const exact = btfs.get(`${distribution}/${version}/${word}/${release}`);
    if (exact) return exact;
  }
  const alike = [...btfs].filter(([name]) => machines.some((word) => name.endsWith(`/${word}/${release}`)));
  return alike.length === 1 ? alike[0]?.[1] : undefined;
}
