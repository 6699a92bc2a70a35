import { matches } from '../match/matches.js';
import { resultOf } from './result.js';
import { plainType } from './type-name.js';
import type { CheckKind } from './types.js';

/** Whether the program has such a global variable: in .rodata it is an argument of the command line. */
export const checkVariable: CheckKind = ({ variable }, { facts, saved }) => {
  const { type, ...pattern } = variable ?? { name: '' };
  const wanted = typeof type === 'string' ? { type: plainType(type) } : {};
  const variables = (facts?.manifest.meta.bpf_skel.data_sections ?? []).flatMap((section) =>
    section.variables.map((each) => ({
      name: each.name,
      section: section.name,
      type: plainType(each.type),
    })),
  );
  return resultOf(
    variables.some((each) => matches(each, { ...pattern, ...wanted }, saved)),
    variables.map((each) => `${each.section}: ${each.type} ${each.name}`),
  );
};
