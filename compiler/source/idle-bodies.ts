import type { AttributeWords } from './attribute-words.js';
import type { CodeTokens } from './code-tokens.js';

interface Body {
  readonly open: number;
  readonly close: number;
  /** The function's name; a macro's where it makes the function. */
  readonly name: string;
}

/**
 * The bodies of functions in which none of the words occurs, nor the name of a function where one does, by the index of
 * their opening brace, with that of the closing one. Most bodies of most sources are such, and need not be parsed.
 */
export function findIdleBodies(
  code: CodeTokens,
  words: AttributeWords,
  wanted: ReadonlySet<string>,
): ReadonlyMap<number, number> {
  let idle = functionBodies(code, words);
  let names = wanted;
  while (names.size > 0) {
    const found = idle.filter(({ open, close }) => mentions(code, open, close, names));
    idle = idle.filter((body) => !found.includes(body));
    names = new Set(found.map(({ name }) => name));
  }
  return new Map(idle.map(({ open, close }) => [open, close]));
}

function functionBodies({ tokens, pairs, textAt }: CodeTokens, words: AttributeWords): Body[] {
  const bodies: Body[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const close = pairs[index] ?? -1;
    if (close <= index) continue;
    if (textAt(index) === '{') {
      let before = index - 1;
      while (words.has(textAt(before))) before--;
      if (textAt(before) === ')') bodies.push({ open: index, close, name: textAt((pairs[before] ?? 0) - 1) });
    }
    index = close;
  }
  return bodies;
}

function mentions(
  { tokens, textAt }: CodeTokens,
  open: number,
  close: number,
  names: ReadonlySet<string>,
): boolean {
  for (let index = open + 1; index < close; index++) {
    if (tokens[index]?.kind === 'identifier' && names.has(textAt(index))) return true;
  }
  return false;
}
