import { attachers } from './table.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Attaches all programs in their order, SEC("syscall") last, or none: when one fails, those before it are detached and its error thrown. */
export async function attachAll(
  programs: readonly LoadedProgram[],
  context: AttachContext,
): Promise<readonly Link[]> {
  const links: Link[] = [];
  try {
    for (const program of inOrder(programs)) links.push(await attachers[program.kind](program, context));
    return links;
  } catch (error) {
    detachAll(links);
    throw error;
  }
}

/** Programs that run once find the others at their places. */
function inOrder(programs: readonly LoadedProgram[]): readonly LoadedProgram[] {
  const once = programs.filter(({ kind }) => kind === 'syscall');
  return [...programs.filter(({ kind }) => kind !== 'syscall'), ...once];
}

/** Detaches in the reverse order. */
export function detachAll(links: readonly Link[]): void {
  for (const link of links.toReversed()) link[Symbol.dispose]();
}
