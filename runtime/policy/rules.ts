import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import type { PackageDescription, ProgramDescription } from '../inspect/types.js';
import { attachName } from './attach-name.js';
import { globsMeet, matchesGlob } from './glob.js';
import type { Rule, Rules, RuleSubject } from './types.js';

/** Something of a program that rules speak of. */
interface Subject {
  readonly subject: RuleSubject;
  readonly name: string;
  /** For an attach point: it may be a pattern itself. */
  readonly many: boolean;
}

/**
 * Holds a package to rules: all its programs that are loaded, with every place they may be attached at. Throws
 * `package-invalid` for the first that breaks one, and names program, helper and rule.
 */
export function checkRules({ programs }: Pick<PackageDescription, 'programs'>, rules: Rules): void {
  for (const program of programs.filter(({ loaded }) => loaded)) {
    for (const subject of subjectsOf(program)) {
      const denied = rules.deny.find((rule) => isDenied(rule, subject));
      if (denied) throw refusal(program, subject, message`the rule ${denied.text} denies it`);
      const allowing = rules.allow.filter((rule) => rule.subject === subject.subject);
      if (allowing.length === 0 || allowing.some((rule) => matchesGlob(rule.pattern, subject.name))) continue;
      throw refusal(program, subject, message`no rule allows it`);
    }
  }
}

/** What a program is, calls and attaches to. Functions of the kernel count as helpers: they are called like them. */
function subjectsOf({ places, helpers, kernelFunctions }: ProgramDescription): readonly Subject[] {
  return [
    ...places.map(({ kind }): Subject => ({ subject: 'kind', name: kind, many: false })),
    ...[...helpers, ...kernelFunctions].map((name): Subject => ({ subject: 'helper', name, many: false })),
    ...places.map(({ section, kind }): Subject => {
      // These name functions by patterns: what one of them may match counts.
      const many = /\.multi$|\.session$|^usdt$|^u/.test(kind);
      return { subject: 'attach', name: attachName(section), many };
    }),
  ];
}

function isDenied(rule: Rule, { subject, name, many }: Subject): boolean {
  if (rule.subject !== subject) return false;
  return many ? globsMeet(rule.pattern, name) : matchesGlob(rule.pattern, name);
}

function refusal(
  { name: program }: ProgramDescription,
  { subject, name }: Subject,
  why: Message,
): TseccError {
  return new TseccError(
    'package-invalid',
    message`run package: ${sayUse(subject, program, name)}, and ${why}`,
    {
      cure: message`tsecli inspect tells what the package may do`,
    },
  );
}

function sayUse(subject: RuleSubject, program: string, name: string): Message {
  switch (subject) {
    case 'kind':
      return message`program '${program}' is of the kind ${name}`;
    case 'helper':
      return message`program '${program}' calls ${name}`;
    case 'attach':
      return message`program '${program}' attaches to ${name}`;
    default:
      return subject satisfies never;
  }
}
