import { cutPainted } from './cut-painted.js';

/** Cells of a terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a screen shows: lines at its top and bottom that stay, and between them a text that can be longer. */
export interface View {
  readonly top: readonly string[];
  readonly body: readonly string[];
  readonly bottom: readonly string[];
}

/** Lines of the body that fit. */
export const bodyHeight = ({ top, bottom }: Pick<View, 'top' | 'bottom'>, { rows }: Size): number =>
  Math.max(1, rows - top.length - bottom.length);

/** The lines of a whole screen; the body from a line on, which is moved so that no more than needed is hidden. */
export function layFrame(view: View, size: Size, scroll: number): readonly string[] {
  const height = bodyHeight(view, size);
  const from = clampScroll(view, size, scroll);
  const shown = view.body.slice(from, from + height);
  const blank = Array.from({ length: height - shown.length }, () => '');
  return [...view.top, ...shown, ...blank, ...view.bottom]
    .slice(0, size.rows)
    .map((line) => cutPainted(line, size.columns));
}

/** The nearest line that a body can be shown from. */
export const clampScroll = (view: View, size: Size, scroll: number): number =>
  Math.max(0, Math.min(scroll, view.body.length - bodyHeight(view, size)));

/**
 * What draws a frame over the one before: one write that terminals show at once, where they know how (mode 2026). Each
 * line is overwritten and only what is right of it cleared, so that nothing flickers.
 */
export function drawFrame(lines: readonly string[]): string {
  return `\x1b[?2026h\x1b[H${lines.map((line) => `${line}\x1b[K`).join('\r\n')}\x1b[J\x1b[?2026l`;
}
