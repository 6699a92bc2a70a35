import type { Check, CheckState } from '../../core/doctor/types.js';
import type { Phrase } from '../../core/message.js';
import type { KernelFacts } from '../kernel/kernel-facts.js';
import type { KernelTypeIds } from '../kernel/kernel-type-ids.js';
import type { Kernel } from '../kernel/types.js';

/** What the groups of checks are made from. */
export interface DoctorContext {
  readonly kernel: Kernel;
  readonly facts: KernelFacts;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ids of the kernel's types; undefined where it describes none. */
  readonly typeIds: () => KernelTypeIds | undefined;
  /** The version of bpftool, `7.1.0`; undefined where there is none that works. */
  readonly bpftool: string | undefined;
  /** Why calls into libc are not possible; undefined where they are. */
  readonly withoutCalls: Phrase | undefined;
}

/** A check without its name. */
export type Finding = Pick<Check, 'detail' | 'cure'> & { readonly state: CheckState };
