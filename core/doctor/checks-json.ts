import type { Phrase, Translate } from '../message.js';
import type { CheckGroup } from './types.js';

/** Groups of checks as one JSON document for programs: `{"checks":[{id, group, state, title, detail, cure}]}`. */
export function checksJson(groups: readonly CheckGroup[], translate: Translate): string {
  const say = (phrase: Phrase | undefined): string | null =>
    phrase === undefined ? null : translate(phrase);
  const checks = groups.flatMap((group) =>
    group.checks.map(({ id, state, title, detail, cure }) => ({
      id,
      group: group.id,
      state,
      title: say(title),
      detail: say(detail),
      cure: say(cure),
    })),
  );
  return `${JSON.stringify({ checks }, undefined, 2)}\n`;
}
