import type { Phrase } from '../../../core/message.js';
import type { CheckResult } from './types.js';

/** Lines that are shown of what was found, so that the sentence stays in sight. */
const shownLines = 4;

/** A result: what was found is only for one that does not hold. */
export function resultOf(holds: boolean, found: readonly Phrase[] = []): CheckResult {
  if (holds) return { holds, found: [] };
  const more = found.length > shownLines ? [`… (${found.length - shownLines})`] : [];
  return { holds, found: [...found.slice(0, shownLines), ...more] };
}
