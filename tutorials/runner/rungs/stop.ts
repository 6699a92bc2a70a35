import type { Diagnostic } from '../../../core/diagnostics.js';
import { explainPhrase, TseccError } from '../../../core/errors.js';
import type { Phrase } from '../../../core/message.js';
import type { Check, Rung } from '../lessons/types.js';
import type { Climb, Stop } from './types.js';

/** A stop at a check, with what there was instead. */
export function stopAtCheck({ id, rung, say }: Check, found: readonly Phrase[]): Climb {
  const stop: Stop = { rung, check: id, say, cure: undefined, diagnostics: [], found, topic: undefined };
  return { kind: 'stop', stop, error: undefined };
}

/** A stop at an error, told in its own words. */
export function stopAtError(
  rung: Rung,
  error: unknown,
  details: { readonly diagnostics?: readonly Diagnostic[]; readonly topic?: string | undefined } = {},
): Climb {
  const { diagnostics = [], topic } = details;
  const isKnown = error instanceof TseccError;
  const say = isKnown ? error.phrases.message : explainPhrase(error);
  const cure = isKnown ? error.phrases.cure : undefined;
  return {
    kind: 'stop',
    stop: { rung, check: undefined, say, cure, diagnostics, found: [], topic },
    error,
  };
}

/** A stop that has no check of the lesson, in our own words. */
export function stopWith(rung: Rung, check: string, say: Phrase, found: readonly Phrase[] = []): Climb {
  const stop: Stop = { rung, check, say, cure: undefined, diagnostics: [], found, topic: undefined };
  return { kind: 'stop', stop, error: undefined };
}
