import type { Diagnostic, SourceLocation } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';
import { parseFix, type Fix } from './parse-fix.js';

/** Gives the text of a line of a file, or undefined when it cannot. */
export type LineReader = (file: string, line: number) => string | undefined;

/** What clang says, with the changes to the source that it proposes. */
export interface ClangDiagnostic extends Diagnostic {
  readonly text: string;
  readonly fixes: readonly Fix[];
}

// file:line:column:{ranges}: severity: text
const located =
  /^(?<file>.+?):(?<line>\d+):(?<column>\d+):(?<ranges>(?:\{[\d:-]+\})*):? (?<severity>fatal error|error|warning|note|remark): (?<text>.*)$/;
// severity: text, sometimes after the name of the program, and with an empty place where the back end knows none
const unlocated =
  /^(?:[^\s:]+: )?(?<severity>fatal error|error|warning|note): (?:<unknown>:0:0: )?(?<text>.*)$/;
const includedFrom = /^In file included from (?<file>.+):(?<line>\d+)[:,]$/;
const ranges = /\{(?<line>\d+):(?<from>\d+)-(?<toLine>\d+):(?<to>\d+)\}/g;
// Says how many there were, or that the back end cannot tell better: adds nothing.
const noise =
  /^(?:\d+ (?:error|warning)s?(?: and \d+ (?:error|warning)s?)? generated\.$|.*could not determine the original source location|.*too many errors emitted|.*frontend command failed|note: diagnostic msg|note: \(skipping \d+ expansions|<scratch space>)/;

/**
 * What clang wrote to stderr, as diagnostics: notes belong to the error or warning before them, and so do the files
 * that include its file. Made for `-fdiagnostics-print-source-range-info -fdiagnostics-parseable-fixits` of clang 14 to
 * 19. What is no diagnostic (source lines, a crash's stack) is left out.
 */
export function parseDiagnostics(stderr: string, readLine: LineReader = () => undefined): ClangDiagnostic[] {
  const found: Writable[] = [];
  let includes: Diagnostic[] = [];
  let latest: Writable | undefined;
  for (const line of stderr.split('\n')) {
    const fix = parseFix(line);
    if (fix) latest?.fixes.push(fix);
    if (fix || noise.test(line) || isQuoted(line, latest)) continue;
    const include = includedFrom.exec(line)?.groups;
    if (include) {
      includes.push(includeNote(include['file'] ?? '', Number(include['line']), readLine));
      continue;
    }
    const next = parseLine(line, readLine);
    if (!next) continue;
    latest = next;
    const last = found.at(-1);
    if (next.severity === 'note' && last) {
      const { fixes: _, ...note } = next;
      last.notes.push(...includes, note);
    } else {
      next.notes.push(...includes);
      found.push(next);
    }
    includes = [];
  }
  return found;
}

type Writable = Omit<ClangDiagnostic, 'notes' | 'fixes'> & { notes: Diagnostic[]; fixes: Fix[] };

// clang shows the source line too: it may look like anything.
function isQuoted(line: string, shown: Writable | undefined): boolean {
  const text = shown?.location?.lineText?.trim();
  return text !== undefined && text !== '' && line.trim() === text;
}

function parseLine(line: string, readLine: LineReader): Writable | undefined {
  const groups = (located.exec(line) ?? unlocated.exec(line))?.groups;
  if (!groups) return undefined;
  const { file, severity = '', text = '' } = groups;
  const head = { severity: severityOf(severity), text: plainText(text), notes: [], fixes: [] };
  if (file === undefined) return head;
  const place = { file, line: Number(groups['line']), column: Number(groups['column']) };
  const lineText = readLine(file, place.line);
  const location = { ...place, ...(lineText === undefined ? {} : { lineText }) };
  return {
    ...head,
    location: { ...location, ...marks(corrected.test(text) ? '' : (groups['ranges'] ?? ''), location) },
  };
}

function severityOf(word: string): Diagnostic['severity'] {
  if (word === 'warning') return 'warning';
  return word === 'note' || word === 'remark' ? 'note' : 'error';
}

// The back end names what it calls by an address of its own memory, another one each time; since clang 18 before the fault.
const calledNode =
  /^(?:too many args to (?:0x[\da-f]+|t\d+):.*@(\w+)>.*|(?:0x[\da-f]+|t\d+):.*@(\w+)>.* too many arguments)$/;

// What clang proposes comes as a fix too, whether or not it found it: with a precompiled header it looks at less.
const plainText = (text: string): string =>
  text.replace(calledNode, "too many args to '$1$2'").replace(/; did you mean '[^']*'\?$/, '');

// Where clang finds the right name, it shows less of the line; which names it finds depends on precompiled headers.
const corrected = /^no member named/;

/** What stands under the source line: the range or the word at the place itself, and the other ranges of the line. */
function marks(
  text: string,
  { line, column, lineText }: SourceLocation,
): Pick<SourceLocation, 'length' | 'ranges'> {
  const inLine = Array.from(text.matchAll(ranges), ({ groups = {} }) => groups)
    .filter((groups) => Number(groups['line']) === line && groups['toLine'] === groups['line'])
    .map((groups) => ({
      column: Number(groups['from']),
      length: Number(groups['to']) - Number(groups['from']),
    }))
    .filter(({ length }) => length > 0);
  const length = inLine.find((range) => range.column === column)?.length ?? wordAt(lineText, column);
  const others = inLine.filter((range) => range.column !== column);
  return { ...(length === undefined ? {} : { length }), ...(others.length > 0 && { ranges: others }) };
}

// Columns are bytes: only a line of ASCII has them as characters too.
function wordAt(lineText = '', column: number): number | undefined {
  return /^[\t -~]*$/.test(lineText) ? /^\w+/.exec(lineText.slice(column - 1))?.[0].length : undefined;
}

function includeNote(file: string, line: number, readLine: LineReader): Diagnostic {
  const lineText = readLine(file, line);
  const location = { file, line, column: 1, ...(lineText === undefined ? {} : { lineText }) };
  return { severity: 'note', text: message`included from here`, location, notes: [] };
}
