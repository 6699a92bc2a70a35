/** What a host lets tsecli run, as `/etc/tsecli/policy.json` says it; described by policy.schema.json. */
export interface Policy {
  readonly $schema?: string;
  /** Files of public keys. */
  readonly keys?: readonly string[];
  readonly require_signature?: boolean;
  readonly locked?: boolean;
  readonly rules?: PolicyRules;
}

/** Rules as `--allow` and `--deny` take them. */
export interface PolicyRules {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}
