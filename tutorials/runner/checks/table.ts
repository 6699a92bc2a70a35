import type { Check } from '../lessons/types.js';
import { checkAnswer } from './answer.js';
import { checkCommand } from './command.js';
import { checkEvent } from './event.js';
import { checkField } from './field.js';
import { checkFile } from './file.js';
import { checkMap } from './map.js';
import { checkOutput } from './output.js';
import { checkProgram } from './program.js';
import type { CheckKind, CheckResult, Evidence } from './types.js';
import { checkVariable } from './variable.js';

/** What checks are about, by the member of the check that says it. */
export const checkKinds = {
  program: checkProgram,
  map: checkMap,
  field: checkField,
  variable: checkVariable,
  answer: checkAnswer,
  event: checkEvent,
  output: checkOutput,
  file: checkFile,
  command: checkCommand,
} as const satisfies Readonly<Record<string, CheckKind>>;

/** The subject of a check: a word of {@link checkKinds}. */
export type CheckSubject = keyof typeof checkKinds;

const subjects = Object.keys(checkKinds).filter((name): name is CheckSubject => name in checkKinds);

/** What a check is about; undefined for one that says nothing. */
export function subjectOf(check: Check): CheckSubject | undefined {
  return subjects.find((name) => check[name] !== undefined);
}

/** Performs a check whose placeholders are filled. */
export async function performCheck(check: Check, evidence: Evidence): Promise<CheckResult> {
  const subject = subjectOf(check);
  return subject ? await checkKinds[subject](check, evidence) : { holds: false, found: [] };
}
