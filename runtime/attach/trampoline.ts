import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { openRawTracepoint } from '../kernel/bpf.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/**
 * Attaches a program whose target was fixed when it was loaded: tp_btf, fentry, fexit. The call is that of raw
 * tracepoints, without a name (libbpf does the same on every kernel; Linux ≥ 5.5).
 */
export function attachTrampoline(program: LoadedProgram, { kernel }: AttachContext): Link {
  try {
    return linkOf(kernel, program, [openRawTracepoint(kernel, program.fd)]);
  } catch (cause) {
    const number = errnoOf(cause);
    if (number === errno.ENOTSUPP || number === errno.EOPNOTSUPP)
      throw withoutTrampolines(program, kernel.release, cause);
    throw explainRefusal(program, cause);
  }
}

function withoutTrampolines(program: LoadedProgram, release: string, cause: unknown): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program.program}' to ${program.section}: kernel ${release} has no BPF trampolines on this architecture`,
    { cure: labCure('kernel', message`use a kprobe instead`), cause },
  );
}
