import type { Diagnostic } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';

/** Gives the text of a line of a file, or undefined when it cannot. */
export type LineReader = (file: string, line: number) => string | undefined;

// file:line:column:{ranges}: severity: text
const located =
  /^(?<file>.+?):(?<line>\d+):(?<column>\d+):(?<ranges>(?:\{[\d:-]+\})*):? (?<severity>fatal error|error|warning|note|remark): (?<text>.*)$/;
// severity: text, sometimes after the name of the program, and with an empty place where the back end knows none
const unlocated =
  /^(?:[^\s:]+: )?(?<severity>fatal error|error|warning|note): (?:<unknown>:0:0: )?(?<text>.*)$/;
const includedFrom = /^In file included from (?<file>.+):(?<line>\d+)[:,]$/;
const range = /^\{(?<line>\d+):(?<from>\d+)-(?<toLine>\d+):(?<to>\d+)\}/;
// Says how many there were, or that the back end cannot tell better: adds nothing.
const noise =
  /^(?:\d+ (?:error|warning)s?(?: and \d+ (?:error|warning)s?)? generated\.$|.*could not determine the original source location|.*too many errors emitted)/;

/**
 * What clang wrote to stderr, as diagnostics: notes belong to the error or warning before them, and so do the files
 * that include its file. Made for `-fno-caret-diagnostics -fdiagnostics-print-source-range-info` of clang 14 to 19.
 * What is no diagnostic (a crash's stack) is left out.
 */
export function parseDiagnostics(stderr: string, readLine: LineReader = () => undefined): Diagnostic[] {
  const found: Writable[] = [];
  let includes: Diagnostic[] = [];
  for (const line of stderr.split('\n')) {
    if (noise.test(line)) continue;
    const include = includedFrom.exec(line)?.groups;
    if (include) {
      includes.push(includeNote(include['file'] ?? '', Number(include['line']), readLine));
      continue;
    }
    const next = parseLine(line, readLine);
    if (!next) continue;
    const last = found.at(-1);
    if (next.severity === 'note' && last) last.notes.push(...includes, next);
    else found.push({ ...next, notes: includes });
    includes = [];
  }
  return found;
}

type Writable = Omit<Diagnostic, 'notes'> & { notes: Diagnostic[] };

function parseLine(line: string, readLine: LineReader): Writable | undefined {
  const groups = (located.exec(line) ?? unlocated.exec(line))?.groups;
  if (!groups) return undefined;
  const { file, severity = '', text = '' } = groups;
  const head = { severity: severityOf(severity), text, notes: [] };
  if (file === undefined) return head;
  const place = { file, line: Number(groups['line']), column: Number(groups['column']) };
  const length = lengthOf(groups['ranges'] ?? '', place);
  const lineText = readLine(file, place.line);
  return {
    ...head,
    location: {
      ...place,
      ...(length === undefined ? {} : { length }),
      ...(lineText === undefined ? {} : { lineText }),
    },
  };
}

function severityOf(word: string): Diagnostic['severity'] {
  if (word === 'warning') return 'warning';
  return word === 'note' || word === 'remark' ? 'note' : 'error';
}

// The first range, when it begins at the place itself and ends in the same line.
function lengthOf(ranges: string, place: { line: number; column: number }): number | undefined {
  const groups = range.exec(ranges)?.groups;
  if (!groups || groups['line'] !== groups['toLine'] || Number(groups['line']) !== place.line)
    return undefined;
  const [from, to] = [Number(groups['from']), Number(groups['to'])];
  return from === place.column && to > from ? to - from : undefined;
}

function includeNote(file: string, line: number, readLine: LineReader): Diagnostic {
  const lineText = readLine(file, line);
  const location = { file, line, column: 1, ...(lineText === undefined ? {} : { lineText }) };
  return { severity: 'note', text: message`included from here`, location, notes: [] };
}
