/**
 * A test of what `~` asks for: text that contains the pattern, or, when it has `*` (any text) or `?` (any one
 * character), that matches it from begin to end. Backslash takes their meaning away. There are no regular
 * expressions: time is bounded by the product of both lengths, whatever the pattern is.
 */
export function globTest(pattern: string): (text: string) => boolean {
  const parts = readPattern(pattern);
  if (!parts.some((part) => typeof part !== 'string')) {
    const plain = parts.join('');
    return (text) => text.includes(plain);
  }
  return (text) => matches(parts, text);
}

/** Stands for any text, and for any one character. */
const anyText = Symbol('*');
const anyOne = Symbol('?');

type Part = string | typeof anyText | typeof anyOne;

function readPattern(pattern: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '*') parts.push(anyText);
    else if (character === '?') parts.push(anyOne);
    else if (character === '\\' && at + 1 < pattern.length) parts.push(pattern[++at] ?? '');
    else parts.push(character);
  }
  return parts;
}

/** Only the last star is ever tried again, so nothing is exponential. */
function matches(parts: readonly Part[], text: string): boolean {
  let part = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (parts[part] === anyText) {
      star = part++;
      starAt = at;
    } else if (part < parts.length && (parts[part] === anyOne || parts[part] === text[at])) {
      part += 1;
      at += 1;
    } else if (star >= 0) {
      part = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  return parts.slice(part).every((rest) => rest === anyText);
}
