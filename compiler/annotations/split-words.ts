import type { DocComment } from '../source/doc-comments.js';
import { countBefore } from '../source/ordered.js';
import type { JsonValue } from './types.js';
import { readJson } from './read-json.js';
import type { Phrase } from '../../core/message.js';

/**
 * How far the value of a word reaches: `json` is one JSON value, over as many lines as it takes; `line` is the rest of
 * the line, or one JSON object, array or string; `text` is the rest of the paragraph; `flag` has none; `any` is the rest of the
 * paragraph, read as JSON where it is that.
 */
export type ValueKind = 'json' | 'line' | 'text' | 'flag' | 'any';

/** One `@word value` of a doc comment. Offsets are those of the source. */
export interface DocWord {
  readonly word: string;
  readonly value: JsonValue;
  /** The value as it is written, without what decorates the comment's lines. */
  readonly raw: string;
  /** From the `@` to the end of the value. */
  readonly start: number;
  readonly end: number;
  /** The end of the word itself. */
  readonly wordEnd: number;
  /** What keeps the value from being JSON, where JSON was called for. */
  readonly fault: { readonly text: Phrase; readonly at: number } | undefined;
}

/** A doc comment taken apart. */
export interface DocContent {
  readonly words: readonly DocWord[];
  /** The text that belongs to no word: lines as they are, paragraphs with an empty line between them. */
  readonly text: string;
}

// After white space, so that a mail address is none. A backslash is clang's other sign for a command.
const command = /(?:(?<=^|\s)@|(?<=^[ \t]*)\\)([A-Za-z][\w-]*):?/gm;
const valueEnd = new RegExp(`\\n[ \\t]*\\n|${command.source}`, 'gm');

/** Takes a doc comment apart into its words and the text beside them. Takes any text. */
export function splitWords(doc: Pick<DocComment, 'lines'>, kindOf: (word: string) => ValueKind): DocContent {
  const text = doc.lines.map((line) => line.text).join('\n');
  const place = placeIn(doc.lines);
  const words: DocWord[] = [];
  const free: string[] = [];
  let at = 0;
  for (;;) {
    const found = findFrom(command, text, at);
    free.push(text.slice(at, found?.index ?? text.length));
    if (!found) break;
    const word = found[1] ?? '';
    const valueStart = found.index + found[0].length;
    const reading = readValue(text, valueStart, kindOf(word));
    words.push({
      word,
      value: reading.value,
      raw: text.slice(valueStart, reading.end).trim(),
      start: place(found.index),
      end: place(reading.end),
      wordEnd: place(found.index + 1 + word.length),
      fault: reading.fault && { text: reading.fault.text, at: place(reading.fault.at) },
    });
    // What stood before and what comes after are not one sentence.
    free.push('\n\n');
    at = reading.end;
  }
  return { words, text: tidyText(free.join('')) };
}

interface Reading {
  readonly value: JsonValue;
  readonly end: number;
  readonly fault?: { readonly text: Phrase; readonly at: number };
}

function readValue(text: string, start: number, kind: ValueKind): Reading {
  if (kind === 'flag') return { value: true, end: start };
  const paragraph = findFrom(valueEnd, text, start)?.index ?? text.length;
  const rest = text.slice(start, paragraph);
  const structured = (kind === 'line' ? /^\s*[{["]/ : /^\s*[{[]/).test(rest);

  if (kind === 'json' || (kind !== 'text' && structured)) {
    const json = readJson(text, start);
    if ('value' in json) return json;
    if (kind !== 'any')
      return { value: rest.trim(), end: paragraph, fault: { text: json.fault, at: json.at } };
  }
  const feed = kind === 'line' ? rest.indexOf('\n') : -1;
  const end = feed < 0 ? paragraph : start + feed;
  const words = tidyText(text.slice(start, end));
  if (kind === 'text') return { value: unquote(words), end };
  return { value: words === '' ? true : readScalar(words), end };
}

/** JSON if all of it is, and if nothing of how it is written is lost: `1.10` is a version, not 1.1. */
function readScalar(words: string): JsonValue {
  const json = readJson(words);
  if (!('value' in json) || json.end !== words.length) return words;
  return typeof json.value === 'number' && String(json.value) !== words ? words : json.value;
}

function unquote(words: string): string {
  const value = words.startsWith('"') ? readScalar(words) : words;
  return typeof value === 'string' ? value : words;
}

function tidyText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function findFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Maps an offset in the joined lines to one in the source. */
function placeIn(lines: DocComment['lines']): (offset: number) => number {
  let length = 0;
  const starts = lines.map((line) => {
    const start = length;
    length += line.text.length + 1;
    return { start, offset: line.offset };
  });
  return (offset) => {
    const line = starts[Math.max(0, countBefore(starts, offset + 1) - 1)];
    return line ? line.offset + offset - line.start : 0;
  };
}
