import type { Phrase } from '../../core/message.js';
import type { Run } from '../run.js';
import type { Attached } from './types.js';

/** What a run stands on, with notes of the caller's among its own. */
export function describeRun(
  { links, notes }: Pick<Run, 'links' | 'notes'>,
  others: readonly Phrase[],
): Attached {
  return {
    programs: links.map(({ program, section, note }) => ({
      program,
      section,
      note: note === undefined ? undefined : String(note),
    })),
    notes: [...notes.map(({ text }) => text), ...others].map(String),
  };
}
