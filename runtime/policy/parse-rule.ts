import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { sectionTable } from '../../core/object/section-table.js';
import { matchesGlob } from './glob.js';
import { normalAttach } from './attach-name.js';
import { ruleSubjects, type Rule, type Rules } from './types.js';

/** Reads rules as they are written; throws `usage` for the first that is none. */
export function parseRules(allow: readonly string[], deny: readonly string[]): Rules {
  return { allow: allow.map(parseRule), deny: deny.map(parseRule) };
}

/**
 * Reads `kind:xdp`, `helper:bpf_probe_*`, `attach:kprobe/do_*`. Throws `usage` for another form, and for a kind that
 * there is not: such a rule would never match, and so protect nobody.
 */
export function parseRule(text: string): Rule {
  const colon = text.indexOf(':');
  const word = text.slice(0, Math.max(colon, 0));
  const pattern = text.slice(colon + 1);
  const subject = ruleSubjects.find((each) => each === word);
  if (!subject || pattern === '') {
    throw new TseccError('usage', message`read rule '${text}': it is not of the form SUBJECT:PATTERN`, {
      cure: message`for instance ${'kind:xdp'}, ${'helper:bpf_probe_write_user'} or ${"'attach:kprobe/*'"}`,
    });
  }
  if (subject === 'kind') requireKind(text, pattern);
  return { subject, pattern: subject === 'attach' ? normalAttach(pattern) : pattern, text };
}

function requireKind(text: string, pattern: string): void {
  const kinds = [...new Set(sectionTable.map(({ kind }) => kind))];
  if (kinds.some((kind) => matchesGlob(pattern, kind))) return;
  const [near] = nearest(pattern, kinds, 1);
  throw new TseccError('usage', message`read rule '${text}': there are no such programs`, {
    cure:
      near === undefined ? message`kinds are ${kinds.join(', ')}` : message`did you mean ${`kind:${near}`}?`,
  });
}
