import { TseccError } from '../../core/errors.js';
import { activeModules } from '../kernel/security.js';
import { message } from '../../core/message.js';
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
