import type { Phrase } from '../../../core/message.js';
import type { Exercise } from '../lessons/types.js';

/** One thing that a lesson promises: that its solution passes, or where a starter or a wrong variant fails. */
export interface Proof {
  readonly exercise: Exercise;
  readonly part: 'exercise' | 'solution' | 'wrong';
  readonly file: string;
  /** A rung or the id of a check; undefined for one that must pass. */
  readonly fails: string | undefined;
}

/** How a promise was kept. */
export type Proven =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly how: Phrase }
  /** The kernel lacks what the lesson needs. */
  | { readonly kind: 'cannot'; readonly reason: Phrase };
