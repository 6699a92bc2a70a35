import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent, openProbeEvent } from '../kernel/perf-event.js';
import { probePmu } from '../kernel/probe-pmu.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import { missingFunction } from './missing-function.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** Attaches a kprobe to a function's entry or an offset in it, a kretprobe to its return. */
export function attachKprobe(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const pmu = probePmu(kernel);
  if (!pmu) throw withoutKprobes(program, kernel.release);
  try {
    const event = openProbeEvent(kernel, {
      type: pmu.type,
      config: program.kind === 'kretprobe' ? pmu.returnConfig : 0n,
      functionName: program.target,
      offset: program.offset,
    });
    return linkOf(kernel, program, attachToPerfEvent(kernel, program.fd, event));
  } catch (cause) {
    throw explain(program, context, cause);
  }
}

function withoutKprobes(program: LoadedProgram, release: string): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program.program}' to ${program.section}: kernel ${release} was built without kprobes (CONFIG_KPROBES)`,
    { cure: labCure('kernel') },
  );
}

function explain(program: LoadedProgram, { kernel, points }: AttachContext, cause: unknown): TseccError {
  switch (errnoOf(cause)) {
    case errno.ENOENT:
      return missingFunction(kernel, program, points, cause) ?? explainRefusal(program, cause);
    case errno.EILSEQ:
      return explainRefusal(
        program,
        cause,
        message`no instruction of ${program.target} starts at offset ${program.offset}`,
      );
    case errno.EADDRNOTAVAIL:
      return explainRefusal(
        program,
        cause,
        message`the kernel has several functions called ${program.target}`,
      );
    case errno.EINVAL:
      // Before Linux 5.x some paths answer EINVAL for an unknown symbol, too.
      return (
        missingFunction(kernel, program, points, cause) ??
        explainRefusal(
          program,
          cause,
          message`the kernel lets nobody probe this place: take a function that calls it`,
        )
      );
    default:
      return explainRefusal(program, cause);
  }
}
