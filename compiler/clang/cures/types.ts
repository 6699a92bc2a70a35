import type { Message, Phrase } from '../../../core/message.js';
import type { Headers } from '../headers.js';
import type { ClangDiagnostic } from '../parse-diagnostics.js';

/** What a cure can be made of. */
export interface Case {
  readonly diagnostic: ClangDiagnostic;
  /** The groups of the row's pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly headers: Headers;
}

/** A usual mistake: how clang speaks of it, and what to do. */
export interface Mistake {
  readonly text: RegExp;
  /** The file it must lie in; any, when absent. */
  readonly file?: RegExp;
  /** What the source line must hold. */
  readonly line?: RegExp;
  /** What to do; a row that gives undefined does not fit. */
  readonly cure: Message | ((of: Case) => Phrase | undefined);
  /**
   * What clang says because of this mistake alone: more about the same `line`, or whatever the same row fits again
   * (`row`). Then only the first is shown.
   */
  readonly spoils?: 'line' | 'row';
}
