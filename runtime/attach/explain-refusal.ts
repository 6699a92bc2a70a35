import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { describeCause, isPermissionError } from '../kernel/errno.js';
import type { AttachPoint } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** The error for a kernel that refused to attach, when its kind knows nothing better: errno in words. */
export function explainRefusal(point: AttachPoint, cause: unknown, hint?: Phrase): TseccError {
  const failed = message`attach '${point.program}' to ${point.section}`;
  if (isPermissionError(cause)) {
    return new TseccError('not-permitted', message`${failed}: ${describeCause(cause)}`, {
      cure: labCure(
        'rights',
        message`needs CAP_PERFMON and CAP_BPF, or root, and a kernel that is not locked down`,
      ),
      cause,
    });
  }
  return new TseccError('attach-failed', message`${failed}: ${describeCause(cause)}`, { cure: hint, cause });
}
