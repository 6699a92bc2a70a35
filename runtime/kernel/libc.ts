import { createRequire } from 'node:module';
import type * as KoffiModule from 'koffi';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

type Koffi = typeof KoffiModule;
const require = createRequire(import.meta.url);
let loaded: Koffi | undefined;

/**
 * koffi, loaded at the first call, so that commands without native calls start without it.
 * Throws `tool-missing` where no prebuilt koffi fits this machine.
 */
export function koffi(): Koffi {
  try {
    return (loaded ??= require('koffi') as Koffi);
  } catch (cause) {
    throw new TseccError('tool-missing', message`load koffi: calls into libc are not possible here`, {
      cure: message`run npm install koffi beside tsecc`,
      cause,
    });
  }
}

const functions = new Map<string, (...args: unknown[]) => unknown>();

/** A function of the C library this process already has, by its C prototype; declared once, then cached. */
export function libc(prototype: string): (...args: unknown[]) => unknown {
  let found = functions.get(prototype);
  if (!found) {
    found = koffi().load(null).func(prototype) as (...args: unknown[]) => unknown;
    functions.set(prototype, found);
  }
  return found;
}

/** A failed call into the kernel: which call, and errno as number. */
export class SystemCallError extends Error {
  override readonly name = 'SystemCallError';
  readonly call: string;
  readonly errno: number;

  constructor(call: string, errno: number) {
    super(`${call}: errno ${errno}`);
    this.call = call;
    this.errno = errno;
  }
}

/** Runs a libc call that answers -1 on error; gives its result or throws {@link SystemCallError} with errno. */
export function checked(call: string, run: () => unknown): number {
  const result = Number(run());
  if (result < 0) throw new SystemCallError(call, koffi().errno());
  return result;
}
