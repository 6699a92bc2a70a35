import type { Kernel } from './types.js';

/** A function of the kernel or a module that ftrace can stop at. */
export interface TraceableFunction {
  readonly name: string;
  readonly address: bigint;
}

/**
 * The functions that multi probes can be set at, and their addresses: tracefs `available_filter_functions_addrs`
 * (Linux ≥ 6.5); before, `available_filter_functions` with the addresses of /proc/kallsyms, without names that several
 * functions share, since it does not tell which of them is meant. Throws when either cannot be read, as under lockdown.
 */
export function traceableFunctions(kernel: Kernel, tracefs: string): readonly TraceableFunction[] {
  const withAddresses = `${tracefs}/available_filter_functions_addrs`;
  if (kernel.exists(withAddresses)) {
    return Array.from(
      kernel.readText(withAddresses).matchAll(/^([0-9a-f]+) ([\w.]+)/gm),
      ([, address, name]) => ({ name: name ?? '', address: BigInt(`0x${address}`) }),
    );
  }
  const addresses = uniqueAddresses(kernel);
  const names = kernel.readText(`${tracefs}/available_filter_functions`).matchAll(/^[\w.]+/gm);
  return Array.from(names).flatMap(([name]) => {
    const address = addresses.get(name);
    return address ? [{ name, address }] : [];
  });
}

/** Addresses of text symbols by name; undefined for a name that several have. */
function uniqueAddresses(kernel: Kernel): ReadonlyMap<string, bigint | undefined> {
  const addresses = new Map<string, bigint | undefined>();
  for (const [, address, name = ''] of kernel
    .readText('/proc/kallsyms')
    .matchAll(/^([0-9a-f]+) [tTwW] ([\w.]+)/gm)) {
    addresses.set(name, addresses.has(name) ? undefined : BigInt(`0x${address}`));
  }
  return addresses;
}
