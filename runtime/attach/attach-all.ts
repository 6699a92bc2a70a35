import { attachers } from './table.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Told of a program that cannot be attached: throws what ends the attempt, or returns to go on without it. */
export type OnRefusal = (program: LoadedProgram, error: unknown) => void;

/**
 * Attaches all programs in their order, SEC("syscall") last, or none: when `onRefusal` throws, as it does by default, those attached so far
 * are detached.
 */
export async function attachAll(
  programs: readonly LoadedProgram[],
  context: AttachContext,
  onRefusal: OnRefusal = (_, error) => {
    throw error;
  },
): Promise<readonly Link[]> {
  const links: Link[] = [];
  try {
    for (const program of inOrder(programs)) {
      try {
        links.push(await attachers[program.kind](program, context));
      } catch (error) {
        onRefusal(program, error);
      }
    }
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
