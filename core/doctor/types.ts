import type { Phrase } from '../message.js';

/**
 * How it stands with something: it works; it works in part, or nobody misses it; it does not; or it cannot be told from
 * here.
 */
export type CheckState = 'ok' | 'limited' | 'missing' | 'unknown';

/** What a doctor says of one thing. */
export interface Check {
  /** Stays the same in all versions and languages: `kind:fentry`. */
  readonly id: string;
  readonly state: CheckState;
  /** The thing: `bpftool`, `CAP_BPF`. */
  readonly title: Phrase;
  /** What was found: a version, a path, why not. */
  readonly detail?: Phrase | undefined;
  /** What mends it. */
  readonly cure?: Phrase | undefined;
}

/** Checks that belong together, under one heading. */
export interface CheckGroup {
  readonly id: string;
  readonly title: Phrase;
  readonly checks: readonly Check[];
  /** True where those that are well share a line, as nobody reads thirty of them. */
  readonly gathered?: boolean;
}
