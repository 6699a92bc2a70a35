import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { ToldRefusal } from '../../core/refusal-diagnostic.js';

/** A verdict as `tsecli check -j` prints it. */
export interface CheckedProgram extends ToldRefusal {
  readonly section: string;
  readonly verdict: string;
  /** How many the verifier looked at, where it took the program and tells. */
  readonly instructions: number | undefined;
  /** What tsecli ends with because of this program. */
  readonly exitCode: number;
}

/** Reads what `tsecli check -j` printed, an object a line. Throws `unforeseen` for anything else. */
export function readVerdicts(text: string): readonly CheckedProgram[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readVerdict);
}

function readVerdict(line: string): CheckedProgram {
  const value = toRecord(parseJson(line));
  const word = (name: string): string | undefined => toText(value[name]);
  const number = (name: string): number | undefined => toNumber(value[name]);
  const [program, verdict] = [word('program'), word('verdict')];
  if (program === undefined || verdict === undefined) {
    throw new TseccError('unforeseen', message`read the verdict of tsecli: '${line.slice(0, 80)}' is none`);
  }
  return {
    ...{ program, verdict, section: word('section') ?? '', instructions: number('instructions') },
    ...{ file: word('file'), line: number('line'), column: number('column'), source: word('source') },
    ...{ why: word('why') ?? '', cure: word('cure'), exitCode: number('exitCode') ?? 0 },
    said: toList(value['said']).flatMap((each) => toText(each) ?? []),
    registers: toList(value['registers']).flatMap((each) => {
      const { name, words } = toRecord(each);
      return typeof name === 'string' && typeof words === 'string' ? [{ name, words }] : [];
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const toText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const toNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
