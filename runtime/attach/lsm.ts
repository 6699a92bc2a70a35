import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Kernel } from '../kernel/types.js';
import { attachTrampoline } from './trampoline.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/**
 * Attaches a program to a hook of the Linux security modules (Linux ≥ 5.7). A kernel whose list of modules lacks bpf
 * takes it and never runs it: that is an error here.
 */
export function attachLsm(program: LoadedProgram, context: AttachContext): Link {
  const active = activeModules(context.kernel);
  if (active && !active.includes('bpf')) throw inactive(program, context.kernel.release, active);
  return attachTrampoline(program, context);
}

/** Names of the active security modules; undefined where securityfs is not mounted. */
function activeModules(kernel: Kernel): readonly string[] | undefined {
  try {
    return kernel.readText('/sys/kernel/security/lsm').trim().split(',');
  } catch {
    return undefined;
  }
}

function inactive(
  { program, section }: LoadedProgram,
  release: string,
  active: readonly string[],
): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}' to ${section}: kernel ${release} runs without the security module bpf`,
    { cure: labCure('kernel', message`boot it with lsm=${[...active, 'bpf'].join(',')}`) },
  );
}
