import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { AttachContext, AttachPoint } from '../types.js';

/** What the section of a user-space probe names. */
export interface BinaryPlace {
  /** A path, or the name of a library or executable. */
  readonly binary: string;
  /** What stands behind the colon: a function, an address, a pattern, a probe. */
  readonly place: string;
}

/**
 * Splits `path:place`. With --binary the path is that, and the section may leave it out. Throws `attach-failed` when
 * either is missing. `parts` is how many words, with colons between, the place has.
 */
export function readPlace(
  point: AttachPoint,
  { options }: AttachContext,
  form: string,
  parts = 1,
): BinaryPlace {
  const words = point.target.split(':');
  const place = words.slice(-parts).join(':');
  const binary = options.binary ?? words.slice(0, -parts).join(':');
  if (place !== '' && binary !== '' && words.length >= parts) return { binary, place };
  const [prefix = ''] = point.section.replace(/^\?/, '').split('/');
  const missing =
    point.target === ''
      ? message`names no target`
      : binary === ''
        ? message`names no executable or library`
        : message`is incomplete`;
  throw new TseccError(
    'attach-failed',
    message`attach '${point.program}' to ${point.section}: its section ${missing}: ${form} is wanted`,
    { cure: message`try --attach ${point.program}=${prefix}/${form}, with the names that you mean` },
  );
}
