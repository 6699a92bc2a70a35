import { functionFinder, kernelTracepoints } from './kernel-functions.js';
import { readKernelTypes, type KernelTypes } from './kernel-types.js';
import { probePmu } from './probe-pmu.js';
import type { Kernel } from './types.js';

/** What programs can hang on in the running kernel. Asked once and kept; true also stands for "cannot be known". */
export interface KernelFacts {
  readonly release: string;
  /** Whether it was built with kprobes. */
  readonly hasProbes: () => boolean;
  /** May say true for what is something else of this name. */
  readonly hasFunction: (name: string) => boolean;
  /** By `category/name`. */
  readonly hasTracepoint: (name: string) => boolean;
  /** By its name alone. */
  readonly hasRawTracepoint: (name: string) => boolean;
  /** Undefined for a kernel without BTF. */
  readonly types: () => KernelTypes | undefined;
}

/** Facts of a kernel; `tracefs` gives where tracefs is, and may throw. */
export function kernelFacts(kernel: Kernel, tracefs: () => string): KernelFacts {
  const types = once(() => readKernelTypes(kernel));
  const symbols = functionFinder(kernel);
  const events = once(() => tracefsOrNone(tracefs));
  const known = once(() => {
    const at = events();
    return new Set(at === undefined ? [] : kernelTracepoints(kernel, at).map((name) => name.split('/')[1]));
  });
  return {
    release: kernel.release,
    hasProbes: () => probePmu(kernel) !== undefined,
    // What the BTF names is nearly always there, and found in a tenth of the time; but it does not name all.
    hasFunction: (name) => (types()?.hasName(name) || symbols(name)) ?? true,
    hasTracepoint: (name) => {
      const at = events();
      return at === undefined || kernel.exists(`${at}/events/${name}`);
    },
    hasRawTracepoint: (name) =>
      types()?.hasTypedef(`btf_trace_${name}`) ?? (known().size === 0 || known().has(name)),
    types,
  };
}

function tracefsOrNone(tracefs: () => string): string | undefined {
  try {
    return tracefs();
  } catch {
    // Attaching will say why.
    return undefined;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
