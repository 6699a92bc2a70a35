import { escapeText } from './escape.js';
import { message, type Message, type Phrase, type Translate } from './message.js';

/** One finding about a source, for a person: what, where, and what to do. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: Phrase;
  readonly location?: SourceLocation;
  /** What belongs to it: earlier definitions, macro expansions, the files that include this one. */
  readonly notes: readonly Diagnostic[];
  /** What to do about it, as a phrase. */
  readonly cure?: Phrase;
  /** The program that it is about. */
  readonly program?: string;
}

/** How a diagnostic is shown. */
export interface FormatOptions {
  readonly color: boolean;
  /** Absent, in English. */
  readonly translate?: Translate | undefined;
}

const severityWords: Readonly<Record<Diagnostic['severity'], Message>> = {
  error: message`error`,
  warning: message`warning`,
  note: message`note`,
};

/** A place in a source. */
export interface SourceLocation {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in bytes of UTF-8, as clang counts. */
  readonly column: number;
  /** In bytes. */
  readonly length?: number;
  /** What else of the line it is about; columns and lengths as above. */
  readonly ranges?: readonly { readonly column: number; readonly length: number }[];
  /** The whole line, without its end. */
  readonly lineText?: string;
}

const colors = {
  error: '\x1b[1;31m',
  warning: '\x1b[1;35m',
  note: '\x1b[1;36m',
  bold: '\x1b[1m',
  caret: '\x1b[1;32m',
};

/** A line of a diagnostic: words, which may be broken to fit, or source, whose columns mean something. */
export interface DiagnosticLine {
  readonly kind: 'words' | 'source';
  readonly text: string;
}

/**
 * A diagnostic as text of several lines, without a line break at the end: `file:line:column: error: text`, the source
 * line with a caret, the cure, then the notes in the same way. All of it comes from strangers, so all is escaped.
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions): string {
  const lines = diagnosticLines(diagnostic, options);
  return lines.map(({ text }) => text).join('\n');
}

/** The same in lines that tell what they are. */
export function diagnosticLines(diagnostic: Diagnostic, options: FormatOptions): readonly DiagnosticLine[] {
  const { severity, text, location, notes, cure } = diagnostic;
  const { translate = String } = options;
  const paint = (color: keyof typeof colors, words: string): string =>
    options.color && words ? `${colors[color]}${words}\x1b[0m` : words;

  const place = location ? `${escapeText(location.file)}:${location.line}:${location.column}: ` : '';
  const words = (line: string): DiagnosticLine => ({ kind: 'words', text: line });
  const lines = [
    words(
      `${paint('bold', place)}${paint(severity, `${translate(severityWords[severity])}:`)} ${escapeText(translate(text))}`,
    ),
  ];
  if (location?.lineText !== undefined) {
    const { source, caret } = underline(location, location.lineText);
    const marked = [`  ${source}`, `  ${caret.padding}${paint('caret', caret.mark)}`];
    lines.push(...marked.map((line) => ({ kind: 'source' as const, text: line })));
  }
  if (cure)
    lines.push(words(`  ${paint('bold', `${translate(message`cure`)}:`)} ${escapeText(translate(cure))}`));
  return [...lines, ...notes.flatMap((note) => diagnosticLines(note, options))];
}

// The source line as it can be shown, and what stands under it. A tab stays a tab in both, so that they align.
function underline(
  { column, length, ranges = [] }: SourceLocation,
  lineText: string,
): { source: string; caret: { padding: string; mark: string } } {
  const bytes = new TextEncoder().encode(lineText);
  const start = Math.min(Math.max(column - 1, 0), bytes.length);
  const end = start + Math.max(length ?? 1, 1);
  const text = (from: number, to: number): string =>
    escapeText(new TextDecoder().decode(bytes.subarray(from, to)), { keepLines: true });
  const others = ranges.map((range) => [range.column - 1, range.column - 1 + range.length] as const);
  const isMarked = (at: number): boolean =>
    (at >= start && at < end) || others.some(([from, to]) => at >= from && at < to);
  const first = Math.min(start, ...others.map(([from]) => Math.max(from, 0)));
  const last = Math.max(end, ...others.map(([, to]) => to));
  const marks: string[] = [];
  let at = first;
  for (const letter of new TextDecoder().decode(bytes.subarray(first, last))) {
    const shown = escapeText(letter, { keepLines: true });
    const mark = isMarked(at) ? '~'.repeat(width(shown)) : blank(shown);
    marks.push(at === start ? `^${mark.slice(1)}` : mark);
    at += new TextEncoder().encode(letter).length;
  }
  // The place may be behind the last character.
  if (start >= at) marks.push('^');
  return {
    source: escapeText(lineText, { keepLines: true }),
    caret: { padding: blank(text(0, first)), mark: marks.join('').trimEnd() },
  };
}

// East Asian characters take two columns of a terminal (Unicode TR 11, the blocks that occur in comments and strings).
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const width = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);

const blank = (text: string): string =>
  Array.from(text)
    .map((letter) => (letter === '\t' ? '\t' : ' '.repeat(width(letter))))
    .join('');
