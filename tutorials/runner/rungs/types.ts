import type { Diagnostic } from '../../../core/diagnostics.js';
import type { Phrase } from '../../../core/message.js';
import type { Rung, Texts } from '../lessons/types.js';

/** Where a solution failed, and all that helps to see why. */
export interface Stop {
  readonly rung: Rung;
  /** The check that did not hold; undefined where there was none to hold, as when clang refuses the source. */
  readonly check: string | undefined;
  /** What is wrong, for the learner. */
  readonly say: Texts | Phrase;
  /** What to do about it, where that is known apart. */
  readonly cure: Phrase | undefined;
  /** Messages at places of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** What there was instead, a line each: foreign text, or words of ours. */
  readonly found: readonly Phrase[];
  /** A word for what was wrong, that the table of explanations knows: `verifier:null-map-value`. */
  readonly topic: string | undefined;
}

/** What came of going up the rungs, one after the other. */
export type Climb =
  | { readonly kind: 'top' }
  | { readonly kind: 'stop'; readonly stop: Stop; readonly error: unknown }
  /** A tool or the lab failed, which says nothing of the solution. */
  | { readonly kind: 'broken'; readonly error: unknown };

/** What a learner is told: it passes, not yet, or it cannot be told here. */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'not-yet'; readonly stop: Stop }
  | { readonly kind: 'cannot'; readonly reason: Phrase; readonly exitCode: number };

/** An outcome, how long it took and where it was. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly seconds: number;
  /** `uname -r` of the kernel that it ran on; undefined where none was needed. */
  readonly kernel: string | undefined;
  readonly where: 'host' | 'lab' | undefined;
}
