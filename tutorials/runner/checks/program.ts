import { matches } from '../match/matches.js';
import { isCount } from '../match/count.js';
import { resultOf } from './result.js';
import type { CheckKind } from './types.js';

/** Whether the object has such a program: by its name, by its section, and how many. */
export const checkProgram: CheckKind = ({ program = {} }, { facts, saved }) => {
  const { count, ...pattern } = program;
  const programs = (facts?.object.programs ?? []).map(({ name, section }) => ({ name, section }));
  const found = programs.filter((each) => matches(each, pattern, saved));
  return resultOf(
    isCount(found.length, count),
    programs.map(({ name, section }) => `SEC("${section}") ${name}`),
  );
};
