import { characterWidth } from '../../../runtime/render/display-width.js';

/** An SGR sequence, or one character. */
const part = /\p{Cc}\[[\d;]*m|./gsu;

/** A line with colours in it, cut to a width in cells; colours end with it. */
export function cutPainted(line: string, width: number): string {
  let left = width;
  let cut = '';
  let painted = false;
  for (const [text] of line.replaceAll('\t', '    ').matchAll(part)) {
    if (text.startsWith('\x1b')) {
      painted = true;
      cut += text;
      continue;
    }
    const cells = characterWidth(text);
    if (cells > left) break;
    left -= cells;
    cut += text;
  }
  return painted ? `${cut}\x1b[0m` : cut;
}
