import { findAttributeWords, type AttributeWords } from './attribute-words.js';
import { selectCode, type CodeTokens } from './code-tokens.js';
import { readDirective } from './conditionals.js';
import { findDocComments, type DocComment } from './doc-comments.js';
import { findIdleBodies } from './idle-bodies.js';
import { scanTokens } from './tokens.js';

/** A section named with SEC() or an attribute; `name` is undefined where a macro makes it up. */
export interface SectionMark {
  readonly start: number;
  readonly name: string | undefined;
}

/** A line of a map definition such as `__uint(type, BPF_MAP_TYPE_HASH)`. */
export interface MapField {
  /** Offset of the brace that opens the definition. */
  readonly owner: number;
  /** The first argument: `type`, `key`, `max_entries` … */
  readonly name: string;
  /** The second one, as written. */
  readonly value: string;
}

/** A source made fit for a plain C grammar, and what was taken out of it. All offsets are those of the source. */
export interface MaskedSource {
  /** As long as the source; what a C grammar would stumble over is spaces, or a word that it knows. */
  readonly text: string;
  readonly docs: readonly DocComment[];
  readonly sections: readonly SectionMark[];
  readonly mapFields: readonly MapField[];
  /** Offsets of the attributes that mean `packed`. */
  readonly packed: readonly number[];
  /** What `#include` names, with its quotes or angle brackets. */
  readonly includes: readonly string[];
  /** Where the remaining tokens and the directives begin and end, in order: doc comments do not reach across them. */
  readonly barriers: readonly { readonly start: number; readonly end: number }[];
}

/** What need not be kept. */
export interface MaskOptions {
  /** Only function bodies where one of these names occurs, or a function that has one in its body; all when not given. */
  readonly bodiesWith?: ReadonlySet<string>;
}

/** What is open around a token: the braces of a type, of a body or an initializer, the arguments of a call, the rest. */
type Opening = { readonly start: number; readonly kind: 'members' | 'body' | 'arguments' | 'other' };

interface Work {
  readonly code: CodeTokens;
  readonly words: AttributeWords;
  /** For each token what it becomes: undefined is unchanged, empty is erased. */
  readonly replaced: (string | undefined)[];
  readonly open: Opening[];
  /** The last token before the current one that was not erased, and the one before that. */
  before: string;
  beforeThat: string;
  bodies: number;
  readonly sections: SectionMark[];
  readonly mapFields: MapField[];
  readonly packed: number[];
}

const mapMacros = new Set(['__uint', '__type', '__array', '__ulong']);
const tags = new Set(['struct', 'union', 'enum']);
const keywords = new Set(['if', 'for', 'while', 'switch', 'return', 'else', 'do', 'case', 'goto', 'asm']);
const typeOperators = new Set([
  'sizeof',
  'typeof',
  '__typeof__',
  '__typeof',
  '_Alignof',
  '__alignof__',
  'alignof',
  'offsetof',
  '__builtin_offsetof',
  '_Generic',
]);
const boundaries = new Set(['', ';', '}', '{', ')', ':', 'else', 'do']);

/**
 * Rewrites, in place and without moving anything, what BPF programs write and a plain C grammar misreads: comments and
 * preprocessor lines, SEC() and other attributes, the fields of map definitions, macros that stand alone, loops made
 * by macros (`bpf_for(…) {`), and types as arguments (`bpf_core_type_size(struct x)`). Linear in the length of the text.
 */
export function maskIdioms(source: string, options: MaskOptions = {}): MaskedSource {
  const all = scanTokens(source);
  const code = selectCode(source, all);
  const words = findAttributeWords(source, all);
  const idle = options.bodiesWith ? findIdleBodies(code, words, options.bodiesWith) : undefined;
  const work: Work = {
    code,
    words,
    replaced: code.tokens.map(() => undefined),
    open: [],
    before: '',
    beforeThat: '',
    bodies: 0,
    sections: [],
    mapFields: [],
    packed: [],
  };
  for (let index = 0; index < code.tokens.length; index++) {
    maskToken(work, index);
    const close = idle?.get(index);
    if (close === undefined) continue;
    erase(work, index + 1, close - 1);
    index = close - 1;
  }

  const directives = all.filter((token) => token.kind === 'directive');
  const kept = code.tokens.filter((_, index) => work.replaced[index] !== '');
  return {
    text: maskedText(work),
    docs: findDocComments(source, all),
    sections: work.sections,
    mapFields: work.mapFields,
    packed: work.packed,
    includes: directives.flatMap((token) => {
      const [word, rest] = readDirective(source, token);
      return word === 'include' ? (/^(?:"[^"\n]*"|<[^>\n]*>)/.exec(rest) ?? []) : [];
    }),
    barriers: [...kept, ...directives].sort((a, b) => a.start - b.start),
  };
}

function maskToken(work: Work, index: number): void {
  if (work.replaced[index] === '') return;
  const { code } = work;
  const word = code.textAt(index);
  if (code.tokens[index]?.kind === 'identifier') maskWord(work, index, word);
  else if (word === '{' || word === '(' || word === '[') openBracket(work, index, word);
  else if (word === '}' || word === ')' || word === ']') {
    if ((code.pairs[index] ?? -1) >= 0) closeBracket(work, code.tokens[code.pairs[index] ?? 0]?.start ?? 0);
  }
  if (work.replaced[index] === '') return;
  work.beforeThat = work.before;
  work.before = word;
}

function openBracket(work: Work, index: number, bracket: string): void {
  const start = startOf(work, index);
  if ((work.code.pairs[index] ?? -1) < 0) return;
  if (bracket === '{') {
    const members = tags.has(work.before) || tags.has(work.beforeThat);
    work.open.push({ start, kind: members ? 'members' : 'body' });
    if (!members) work.bodies += 1;
    return;
  }
  const callee = bracket === '(' && /^[A-Za-z_]/.test(work.before) ? work.before : '';
  const call = callee !== '' && work.bodies > 0 && !keywords.has(callee) && !typeOperators.has(callee);
  work.open.push({ start, kind: call ? 'arguments' : 'other' });
}

function closeBracket(work: Work, start: number): void {
  for (let top = work.open.pop(); top; top = work.open.pop()) {
    if (top.kind === 'body') work.bodies -= 1;
    if (top.start === start) return;
  }
}

function maskWord(work: Work, index: number, word: string): void {
  const { code, words } = work;
  const inside = work.open.at(-1)?.kind;
  const close = code.textAt(index + 1) === '(' ? (code.pairs[index + 1] ?? -1) : -1;
  if (inside === 'arguments' && tags.has(word)) return maskTypeArgument(work, index);
  if (words.has(word)) {
    noteAttribute(work, index, close, words.get(word) ?? word);
    return erase(work, index, Math.max(index, close));
  }
  if (close < 0) return;
  if (word === 'SEC') {
    work.sections.push({ start: startOf(work, index), name: literalIn(code, index + 2, close) });
    erase(work, index, close);
  } else if (mapMacros.has(word) && inside === 'members') {
    noteMapField(work, index, close);
    erase(work, index, code.textAt(close + 1) === ';' ? close + 1 : close);
  } else if (keywords.has(word) || typeOperators.has(word) || !boundaries.has(work.before)) {
    return;
  } else if (inside === 'body' && code.textAt(close + 1) === '{' && word.length > 1) {
    work.replaced[index] = word.length >= 'while'.length ? 'while' : 'if';
  } else if (inside === 'members' || inside === undefined) {
    // A macro between declarations or members, without a semicolon: what follows it begins something new.
    const next = code.tokens[close + 1];
    if (!next || next.kind === 'identifier') erase(work, index, close);
  }
}

/** In a call, `struct x` and `struct x *` become `x`, which reads as an expression. */
function maskTypeArgument(work: Work, index: number): void {
  const { code } = work;
  if ((work.before !== '(' && work.before !== ',') || code.tokens[index + 1]?.kind !== 'identifier') return;
  let after = index + 2;
  while (code.textAt(after) === '*') after++;
  if (code.textAt(after) !== ',' && code.textAt(after) !== ')') return;
  erase(work, index, index);
  erase(work, index + 2, after - 1);
}

function noteAttribute(work: Work, index: number, close: number, meaning: string): void {
  const { code } = work;
  const start = startOf(work, index);
  let packed = /packed/.test(meaning);
  for (let at = index + 1; at < close; at++) {
    if (/packed/.test(code.textAt(at))) packed = true;
    if (code.textAt(at) === 'section' && code.textAt(at + 1) === '(') {
      work.sections.push({ start, name: literalIn(code, at + 2, code.pairs[at + 1] ?? -1) });
    }
  }
  if (packed) work.packed.push(start);
}

function noteMapField(work: Work, index: number, close: number): void {
  const { code } = work;
  const first = code.tokens[index + 4];
  const last = code.tokens[close - 1];
  const value = first && last ? code.source.slice(first.start, last.end) : '';
  work.mapFields.push({ owner: work.open.at(-1)?.start ?? 0, name: code.textAt(index + 2), value });
}

/** The text of the string literals between two tokens; undefined when there is anything else. */
function literalIn(code: CodeTokens, from: number, to: number): string | undefined {
  const parts = code.tokens.slice(from, Math.max(from, to));
  if (parts.length === 0 || parts.some((token) => token.kind !== 'string')) return undefined;
  return parts.map((token) => code.source.slice(token.start + 1, token.end - 1)).join('');
}

function erase(work: Work, from: number, to: number): void {
  for (let index = from; index <= to; index++) work.replaced[index] = '';
}

function startOf(work: Work, index: number): number {
  return work.code.tokens[index]?.start ?? 0;
}

function maskedText({ code, replaced }: Work): string {
  const pieces: string[] = [];
  let at = 0;
  code.tokens.forEach((token, index) => {
    pieces.push(' '.repeat(token.start - at));
    pieces.push(
      replaced[index]?.padEnd(token.end - token.start) ?? code.source.slice(token.start, token.end),
    );
    at = token.end;
  });
  pieces.push(' '.repeat(code.source.length - at));
  return pieces.join('');
}
