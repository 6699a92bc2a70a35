import { characterWidth, displayWidth } from '../../../runtime/render/display-width.js';

/** Text in lines of at most `width` cells, broken between words, and anywhere in Chinese; colours in it take no room. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 8)));
}

const colours = /\p{Cc}\[[\d;]*m/gu;

const cellsOf = (text: string): number => displayWidth(text.replaceAll(colours, ''));

// What follows stays with what stands before it.
const closing = /^[，。：；！？、）》」』”’,.:;!?)\]}]/;
// And this with what stands behind it.
const opening = /[（《「『“‘]$/;

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const part of partsOf(line)) {
    if (current === '' || cellsOf((current + part).trimEnd()) <= width) {
      current += part;
      continue;
    }
    lines.push(current.trimEnd());
    current = part.trimStart();
  }
  return [...lines, current.trimEnd()].flatMap((each) => cutLong(each, width));
}

/** Words with the blanks behind them; of wide characters each one, with the punctuation that belongs to it. */
function partsOf(line: string): readonly string[] {
  const parts: string[] = [];
  for (const character of line) {
    const last = parts.at(-1);
    const joins =
      last !== undefined &&
      (closing.test(character) ||
        opening.test(last) ||
        (!last.endsWith(' ') && characterWidth(character) < 2 && !isWide(last)) ||
        (character === ' ' && parts.length > 0));
    if (joins) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

const isWide = (part: string): boolean => characterWidth(Array.from(part).at(-1) ?? '') === 2;

/** A word that is wider than the line is cut. */
function cutLong(line: string, width: number): readonly string[] {
  if (cellsOf(line) <= width) return [line];
  const lines: string[] = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (displayWidth(last) + characterWidth(character) > width && last !== '') lines.push(character);
    else lines[lines.length - 1] = last + character;
  }
  return lines;
}
