import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent } from '../kernel/perf-event.js';
import { probePmu, type ProbePmu } from '../kernel/probe-pmu.js';
import { openUprobeEvent, type UprobeEvent } from '../kernel/uprobe-event.js';
import { explainRefusal } from './explain-refusal.js';
import { vanishedProcess } from './target-process.js';
import type { AttachContext, AttachPoint, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** A probe to be set, and the number that the program gets with each of its events. */
export interface UprobeRequest extends UprobeEvent {
  readonly cookie?: number;
}

/**
 * Sets one user-space probe. Gives the descriptors that hold it: two where the program gets its cookie (a link,
 * Linux ≥ 5.15), one otherwise.
 */
export function setUprobe(
  program: LoadedProgram,
  { kernel }: AttachContext,
  request: UprobeRequest,
): readonly number[] {
  const pmu = requirePmu(program, kernel.release, probePmu(kernel, 'uprobe'));
  try {
    const event = openUprobeEvent(kernel, pmu, request);
    return attachToPerfEvent(kernel, program.fd, event, request.cookie);
  } catch (cause) {
    throw explainUprobe(program, request, cause);
  }
}

/** Sets several, all or none; gives their descriptors. */
export function setUprobes(
  program: LoadedProgram,
  context: AttachContext,
  requests: readonly UprobeRequest[],
): readonly number[] {
  const held: number[] = [];
  try {
    for (const request of requests) held.push(...setUprobe(program, context, request));
    return held;
  } catch (error) {
    for (const fd of held) context.kernel.close(fd);
    throw error;
  }
}

function requirePmu(point: AttachPoint, release: string, pmu: ProbePmu | undefined): ProbePmu {
  if (pmu) return pmu;
  throw new TseccError(
    'kernel-cannot',
    message`attach '${point.program}' to ${point.section}: kernel ${release} was built without user-space probes (CONFIG_UPROBE_EVENTS)`,
    { cure: labCure('kernel') },
  );
}

/** The error for a kernel that refused a user-space probe. */
export function explainUprobe(
  point: AttachPoint,
  { path, pid }: Pick<UprobeEvent, 'path' | 'pid'>,
  cause: unknown,
): TseccError {
  switch (errnoOf(cause)) {
    case errno.ESRCH:
      return pid === undefined ? explainRefusal(point, cause) : vanishedProcess(point, pid, cause);
    case errno.EIO:
      return explainRefusal(
        point,
        cause,
        message`the file system of ${path} takes no probes: copy the file to another`,
      );
    case errno.EINVAL:
    case errno.EOPNOTSUPP:
    case errno.ENOTSUPP:
      return explainRefusal(point, cause, message`no instruction that can be probed begins there`);
    default:
      return explainRefusal(point, cause);
  }
}
