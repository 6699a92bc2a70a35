import { performCheck } from '../checks/table.js';
import type { Evidence } from '../checks/types.js';
import type { Check, Rung } from '../lessons/types.js';
import { fillMatcher, fillText } from '../placeholders/fill.js';
import type { Values } from '../placeholders/make-values.js';
import { stopAtCheck } from './stop.js';
import type { Climb } from './types.js';

/** Performs the checks of a rung in their order; gives the first that does not hold. */
export async function performChecks(
  checks: readonly Check[],
  rung: Rung,
  evidence: Evidence,
  values: Values,
): Promise<Climb | undefined> {
  for (const check of checks) {
    if (check.rung !== rung) continue;
    const filled = fillCheck(check, values);
    const { holds, found } = await performCheck(filled, evidence);
    if (!holds) return stopAtCheck(filled, found);
  }
  return undefined;
}

/** A check with the placeholders of this run filled, in what it says as well. */
export function fillCheck(check: Check, values: Values): Check {
  const { say, event, program, map, equals, output, file, command } = check;
  const fill = <T extends object>(pattern: T): T => fillMatcher(pattern as never, values) as unknown as T;
  return {
    ...check,
    say: { en: fillText(say.en, values), zh: fillText(say.zh, values) },
    ...(event && { event: fill(event) }),
    ...(program && { program: fill(program) }),
    ...(map && { map: fill(map) }),
    ...(equals && { equals: fill(equals) }),
    ...(output !== undefined && { output: fillMatcher(output, values) }),
    ...(file && { file: fill(file) }),
    ...(command && { command: command.map((word) => fillText(word, values)) }),
  };
}
