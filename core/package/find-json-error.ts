// Tokens of JSON (RFC 8259). Strings are read piece by piece: one expression for a whole string would need a stack
// as deep as the string is long.
const space = /[ \t\n\r]*/y;
const mark = /[{}[\],:]/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// All but control characters, the quote and the backslash.
const plain = /[ !#-[\]-\uffff]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next: a value, a value or the end of an empty array, and so on. */
type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/**
 * Offset, in UTF-16 units, of the first token that JSON does not allow; the text's length when it only ends too
 * early; undefined when the text is JSON. For a message after `JSON.parse` failed: its own name no place in Node 20.
 */
export function findJsonError(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'value';
  for (let at = match(space, text, 0) ?? 0; ;) {
    if (at === text.length) return open.length === 0 && expect === 'comma-or-end' ? undefined : at;
    const isString = text[at] === '"';
    const end = isString ? endOfString(text, at) : (match(mark, text, at) ?? match(scalar, text, at));
    if (end === undefined) return at;
    // A string that is cut or holds what it may not: the fault lies inside.
    if (isString && text[end] !== '"') return end;
    const next: Expect | undefined = isString ? afterString(expect) : step(text.slice(at, end), expect, open);
    if (!next) return at;
    expect = next;
    at = match(space, text, isString ? end + 1 : end) ?? text.length;
  }
}

// Where the match that starts right here ends.
function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

// Index of the closing quote, of the first character that a string may not hold, or of the text's end.
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ;) {
    at = match(plain, text, at) ?? at;
    if (text[at] !== '\\') return at;
    const end = match(escape, text, at);
    if (end === undefined) return text.length - at < 6 && !text.includes('"', at) ? text.length : at;
    at = end;
  }
}

function afterString(expect: Expect): Expect | undefined {
  if (expect === 'key' || expect === 'key-or-end') return 'colon';
  return wantsValue(expect) ? 'comma-or-end' : undefined;
}

const wantsValue = (expect: Expect): boolean => expect === 'value' || expect === 'value-or-end';

// The state after a mark or a scalar; undefined when it may not stand here.
function step(word: string, expect: Expect, open: ('{' | '[')[]): Expect | undefined {
  const inside = open.at(-1);
  switch (word) {
    case '{':
    case '[':
      if (!wantsValue(expect)) return undefined;
      open.push(word);
      return word === '{' ? 'key-or-end' : 'value-or-end';
    case ':':
      return expect === 'colon' ? 'value' : undefined;
    case ',':
      if (expect !== 'comma-or-end' || !inside) return undefined;
      return inside === '{' ? 'key' : 'value';
    case '}':
    case ']': {
      const [opener, empty] = word === '}' ? ['{', 'key-or-end'] : ['[', 'value-or-end'];
      if (inside !== opener || (expect !== 'comma-or-end' && expect !== empty)) return undefined;
      open.pop();
      return 'comma-or-end';
    }
    default:
      return wantsValue(expect) ? 'comma-or-end' : undefined;
  }
}
