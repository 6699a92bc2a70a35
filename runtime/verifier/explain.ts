import { message } from '../../core/message.js';
import type { BpfObject } from '../../core/object/types.js';
import { placeOf } from './place-of.js';
import { readLog } from './read-log.js';
import { refusalTable } from './refusals/table.js';
import type { Explanation, RefusalContext, VerifierLog } from './types.js';
import { stateWords } from './words.js';
import { usedRegisters } from './used-registers.js';

/** A refusal as it comes from libbpf. */
export interface RefusedProgram {
  readonly program: string;
  /** The verifier's log. */
  readonly log: string;
  /** How libbpf names the error. */
  readonly failure: string | undefined;
  /** `uname -r`. */
  readonly release: string;
  /** What was loaded, for its line information. */
  readonly object: BpfObject | undefined;
}

/** How many of the log's last lines are shown where nothing better is known. */
const shownLines = 8;

/** Explains a refusal: by its row in the table, else by the kernel's own words. */
export function explainRefusal(refused: RefusedProgram): Explanation {
  const { program, object, release, failure } = refused;
  const log = readLog(refused.log);
  const section = object?.programs.find(({ name }) => name === program)?.section;
  const context: RefusalContext = { log, program, section, release, failure };
  const common = { program, place: placeOf(log, program, object) };
  for (const refusal of refusalTable) {
    const match = refusal.pattern.exec(log.said);
    if (!match || !(refusal.when?.(context, match) ?? true)) continue;
    return {
      ...common,
      kind: refusal.id,
      said: lineAt(log.said, match.index),
      why: refusal.why(match, context),
      cure: refusal.cure(match, context),
      kernelLacks: refusal.kernelLacks ?? false,
      registers: registersOf(log, match[0]),
      tail: [],
    };
  }
  return { ...common, ...unknownRefusal(refused.log, log) };
}

/** A newer kernel explains it itself; else its last words stand for it. */
function unknownRefusal(text: string, log: VerifierLog): Omit<Explanation, 'program' | 'place'> {
  const tail = telling(text);
  const said = log.said.split('\n').at(-1) || (tail.at(-1) ?? '');
  return {
    kind: undefined,
    said,
    why: log.report?.reason ?? said,
    cure: log.report?.suggestion ?? message`run with -v for its whole log`,
    kernelLacks: false,
    registers: registersOf(log, said),
    tail: tail.slice(-shownLines),
  };
}

/** The lines of a log but statistics. */
function telling(text: string): readonly string[] {
  const lines = text.slice(-20_000).split('\n');
  return lines.filter(
    (line) => line.trim() !== '' && !/^(?:processed \d|verification time|stack depth)/.test(line),
  );
}

function lineAt(text: string, index: number): string {
  return text.slice(index).split('\n', 1)[0] ?? '';
}

/** Those that the verifier names, and those that the instruction uses; not the stack's pointer. */
function registersOf(log: VerifierLog, said: string): Explanation['registers'] {
  const instruction = log.instruction?.text ?? '';
  const named = [...said.matchAll(/\bR\d{1,2}\b/g)].map(([name]) => name);
  return [...new Set([...named, ...usedRegisters(instruction)])].flatMap((name) => {
    const register = name === 'R10' ? undefined : log.registers.get(name);
    // What was given away is a number since then, and the log's last word of it is older.
    const isOld = said.includes(`${name} invalid mem access 'scalar'`) && /mem\(/.test(register?.state ?? '');
    return register && !isOld ? [{ name, state: register.state, words: stateWords(register.state) }] : [];
  });
}
