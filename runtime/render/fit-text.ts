import { characterWidth, displayWidth } from './display-width.js';

/** Text padded with blanks to a width in cells; text that is wider stays whole. */
export function padText(text: string, width: number, align: 'left' | 'right'): string {
  const padding = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + padding : padding + text;
}

/** Text of at most `width` cells: what is longer ends in `…`. */
export function cutText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  let left = width - 1;
  for (const character of text) {
    left -= characterWidth(character);
    if (left < 0) break;
    cut += character;
  }
  return width > 0 ? `${cut}…` : '';
}
