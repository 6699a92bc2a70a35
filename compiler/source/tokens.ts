/** One lexical piece of a C source. Offsets count UTF-16 units from the start of the text; `end` is exclusive. */
export interface Token {
  /** A directive is a whole preprocessor line with its continuations; everything else that is one character is punctuation. */
  readonly kind: 'identifier' | 'number' | 'string' | 'character' | 'punctuation' | 'comment' | 'directive';
  readonly start: number;
  readonly end: number;
}

const identifier = /[A-Za-z_$\u00a1-\ufefe\uff00-\uffff][\w$\u00a1-\ufefe\uff00-\uffff]*/y;
const number = /\.?\d(?:[eEpP][+-]|[\w.])*/y;
// Control characters count as space: no grammar knows what to do with them.
// oxlint-disable-next-line no-control-regex
const space = /[\u0000-\u0020\u00a0\ufeff]+/y;

/**
 * Cuts a C source into tokens, comments and preprocessor lines included, white space left out. Takes any text: an
 * unterminated comment runs to the end, an unterminated string to the end of its line. Works in linear time.
 */
export function scanTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  // The `#` of a directive comes first on its line, comments aside.
  let lineIsFresh = true;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      const end = matchAt(space, text, at);
      lineIsFresh ||= text.slice(at, end).includes('\n');
      at = end;
      continue;
    }
    const token = scanToken(text, at, lineIsFresh);
    tokens.push(token);
    if (token.kind !== 'comment') lineIsFresh = false;
    at = token.end;
  }
  return tokens;
}

const isSpace = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0xfeff;

function scanToken(text: string, start: number, lineIsFresh: boolean): Token {
  const word = matchAt(identifier, text, start);
  if (word > start) return { kind: 'identifier', start, end: word };
  const next = text[start + 1];
  switch (text[start]) {
    case '/':
      if (next === '/') return { kind: 'comment', start, end: endOfLine(text, start) };
      if (next === '*') return { kind: 'comment', start, end: endOfComment(text, start) };
      break;
    case '"':
      return { kind: 'string', start, end: endOfQuoted(text, start) };
    case "'":
      return { kind: 'character', start, end: endOfQuoted(text, start) };
    case '#':
      if (lineIsFresh) return { kind: 'directive', start, end: endOfDirective(text, start) };
      break;
    default:
  }
  const end = matchAt(number, text, start);
  return end > start ? { kind: 'number', start, end } : { kind: 'punctuation', start, end: start + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The end of the line, where a backslash before the line feed joins the next line to it. */
function endOfLine(text: string, start: number): number {
  let at = start;
  for (;;) {
    const feed = text.indexOf('\n', at);
    if (feed < 0) return text.length;
    const before = text[feed - 1] === '\r' ? feed - 2 : feed - 1;
    if (text[before] !== '\\' || before < start) return text[feed - 1] === '\r' ? feed - 1 : feed;
    at = feed + 1;
  }
}

function endOfComment(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}

function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === quote) return at + 1;
    if (character === '\n') return at;
    if (character === '\\') at += text[at + 1] === '\r' ? 2 : 1;
  }
  return text.length;
}

/** A directive ends with its line or before a line comment; a block comment inside it belongs to it. */
function endOfDirective(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') return text[at - 1] === '\r' ? at - 1 : at;
    if (character === '\\') at += text[at + 1] === '\r' ? 2 : 1;
    else if (character === '"' || character === "'") at = endOfQuoted(text, at) - 1;
    else if (character === '/' && text[at + 1] === '/') return at;
    else if (character === '/' && text[at + 1] === '*') at = endOfComment(text, at) - 1;
  }
  return text.length;
}
