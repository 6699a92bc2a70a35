import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { processExists } from '../kernel/process-facts.js';
import type { AttachContext, AttachPoint } from './types.js';

/** The process that --pid names; undefined without it. Throws `attach-failed` when there is none. */
export function targetProcess(point: AttachPoint, { kernel, options }: AttachContext): number | undefined {
  const { pid } = options;
  if (pid !== undefined && !processExists(kernel, pid)) throw vanishedProcess(point, pid);
  return pid;
}

/** The error for a process that is not there, or no longer. */
export function vanishedProcess(point: AttachPoint, pid: number, cause?: unknown): TseccError {
  return new TseccError(
    'attach-failed',
    message`attach '${point.program}' to ${point.section}: there is no process ${pid}`,
    { cure: message`give --pid a running process, or leave it out for all`, cause },
  );
}
