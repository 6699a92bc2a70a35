/** What a rule speaks of. */
export const ruleSubjects = ['kind', 'helper', 'attach'] as const;

/** Of programs: `kind` is what they are, `helper` what they call, `attach` where they attach. */
export type RuleSubject = (typeof ruleSubjects)[number];

/** `helper:bpf_probe_*`, read. */
export interface Rule {
  readonly subject: RuleSubject;
  /** With `*` for any text. */
  readonly pattern: string;
  /** As it was written, for messages. */
  readonly text: string;
}

/**
 * What packages may be. Whatever a rule of `deny` matches is refused. Where `allow` has a rule of a subject, all that
 * is of this subject has to match one of them.
 */
export interface Rules {
  readonly allow: readonly Rule[];
  readonly deny: readonly Rule[];
}
