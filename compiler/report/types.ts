import type { Diagnostic } from '../../core/diagnostics.js';
import type { Phrase } from '../../core/message.js';
import type { Verdict } from '../watch/verdict.js';

/** Whom a command tells what it does and finds. */
export interface Report {
  /** A stage of a compile. */
  readonly stage: (line: string) => void;
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void;
  readonly error: (error: unknown) => void;
  /** How a compile of a watched source ended. */
  readonly verdict: (verdict: Verdict, source: string) => void;
  /** Anything else. */
  readonly say: (text: Phrase) => void;
}

/** How a report looks. */
export type Format = 'text' | 'json';
