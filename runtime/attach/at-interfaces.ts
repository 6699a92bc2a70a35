import { errno, errnoOf } from '../kernel/errno.js';
import { listInterfaces, type NetworkInterface } from '../kernel/interfaces.js';
import type { Kernel } from '../kernel/types.js';
import type { Meaning } from './network-refusal.js';
import { message } from '../../core/message.js';

/** Runs for each in turn, or for none: when one throws, what the others gave is disposed of. */
export async function attachToEach<T>(
  targets: readonly T[],
  attach: (target: T) => Disposable | Promise<Disposable>,
): Promise<readonly Disposable[]> {
  const attached: Disposable[] = [];
  try {
    for (const target of targets) attached.push(await attach(target));
    return attached;
  } catch (error) {
    for (const each of attached.toReversed()) each[Symbol.dispose]();
    throw error;
  }
}

/** What a refusal means when the interface has gone since it was found: kernels say EINVAL or ENODEV, as the hook has it. */
export function goneMeanings(
  kernel: Kernel,
  { index, name }: NetworkInterface,
  cause: unknown,
): Readonly<Record<number, Meaning>> {
  const number = errnoOf(cause);
  if (number !== errno.EINVAL && number !== errno.ENODEV) return {};
  if (listInterfaces(kernel).some((each) => each.index === index)) return {};
  return {
    [number]: {
      reason: message`the interface is gone`,
      cure: message`ip link tells whether ${name} is back`,
    },
  };
}
