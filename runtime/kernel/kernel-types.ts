import { BtfError } from '../../core/btf/btf-error.js';
import { indexBtfNames, type BtfNames } from '../../core/btf/index-names.js';
import { errnoOf } from './errno.js';
import type { Kernel } from './types.js';

const directory = '/sys/kernel/btf';

/** Far more than any kernel's, which is some 6 MB. */
const largest = 1 << 28;

/**
 * What the running kernel's BTF names; the modules' is read only for what the kernel's own does not have. What is of a
 * form that only newer tools know counts as there.
 */
export interface KernelTypes {
  /** Whether kernel or module has this function; `module:function` is looked for in that module alone. */
  readonly hasFunction: (name: string) => boolean;
  readonly hasTypedef: (name: string) => boolean;
  /** Whether the kernel's own BTF has anything of this name, such as an enumerator: the cheapest question. */
  readonly hasName: (name: string) => boolean;
}

/** What a kernel's own BTF names does not change while it runs; what modules name does. */
const ownNames = new WeakMap<Kernel, { readonly names: BtfNames | undefined }>();

/**
 * Reads the kernel's BTF, once for each kernel: some 10 ms, and 20 when types are asked for. Undefined where it has
 * none, or none that we can read.
 */
export function readKernelTypes(kernel: Kernel): KernelTypes | undefined {
  const { names: own } = ownNames.get(kernel) ?? { names: readNames(kernel, 'vmlinux') };
  ownNames.set(kernel, { names: own });
  if (!own) return undefined;
  const read = new Map<string, BtfNames | undefined>();
  const moduleNames = (name: string): BtfNames | undefined => {
    if (!read.has(name)) read.set(name, readNames(kernel, name, own));
    return read.get(name);
  };
  const anyModule = (has: (names: BtfNames) => boolean): boolean =>
    moduleList(kernel).some((name) => has(moduleNames(name) ?? own));
  const hasFunction = (name: string): boolean => {
    const [target = '', module] = name.split(':').reverse();
    if (module !== undefined) return moduleNames(module)?.hasFunction(target) ?? false;
    return own.hasFunction(target) || anyModule((names) => names.hasFunction(target));
  };
  return {
    hasFunction: (name) => trueUnlessKnown(() => hasFunction(name)),
    hasTypedef: (name) =>
      trueUnlessKnown(() => own.hasTypedef(name) || anyModule((names) => names.hasTypedef(name))),
    hasName: (name) => own.hasName(name),
  };
}

function readNames(kernel: Kernel, module: string, base?: BtfNames): BtfNames | undefined {
  try {
    const bytes = kernel.readBytes(`${directory}/${module}`, largest);
    return bytes && indexBtfNames(bytes, base);
  } catch (error) {
    // Not there, not ours to read, or no BTF as we know it.
    if (error instanceof BtfError || errnoOf(error) !== undefined) return undefined;
    throw error;
  }
}

function trueUnlessKnown(ask: () => boolean): boolean {
  try {
    return ask();
  } catch (error) {
    if (error instanceof BtfError) return true;
    throw error;
  }
}

function moduleList(kernel: Kernel): readonly string[] {
  return kernel.list(directory).filter((name) => name !== 'vmlinux');
}
