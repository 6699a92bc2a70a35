import { TseccError, type ErrorCode } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { describeCause, errnoOf, isPermissionError } from '../kernel/errno.js';
import type { AttachPoint } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** What an errno means at a hook, where that is more than its name. */
export interface Meaning {
  readonly reason: Phrase;
  readonly cure?: Phrase | undefined;
  /** By default `attach-failed`. */
  readonly code?: ErrorCode;
}

/**
 * The error for a program that could not be attached to `place`, an interface, a cgroup or whatever its section does
 * not name. `meanings` are by errno; any other is told in words, and what is not permitted with its capability.
 */
export function networkRefusal(
  point: AttachPoint,
  place: Phrase,
  cause: unknown,
  meanings: Readonly<Record<number, Meaning>> = {},
): TseccError {
  const failed = message`attach '${point.program}' to ${point.section} at ${place}`;
  const meaning = meanings[errnoOf(cause) ?? 0];
  if (meaning) {
    const { reason, cure, code = 'attach-failed' } = meaning;
    return new TseccError(code, message`${failed}: ${reason}`, { cure, cause });
  }
  if (isPermissionError(cause)) {
    const cure = labCure('rights', message`needs CAP_NET_ADMIN and CAP_BPF, or root`);
    return new TseccError('not-permitted', message`${failed}: ${describeCause(cause)}`, { cure, cause });
  }
  return new TseccError('attach-failed', message`${failed}: ${describeCause(cause)}`, { cause });
}
