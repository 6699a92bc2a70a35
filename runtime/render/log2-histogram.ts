import { escapeText } from '../../core/escape.js';
import { bar } from './bar.js';

/** Width of the bars where there is room: that of bcc and ecli. */
const usualBar = 40;
const leastBar = 10;

/** How a histogram is shown. */
export interface HistogramOptions {
  /** What the values are counted in, shown above the ranges. */
  readonly unit: string;
  /** Cells of the terminal; without one the bars have their usual width. */
  readonly columns?: number | undefined;
}

/**
 * A histogram whose slot n counts values from 2^n to 2^(n+1) - 1 (0 too in the first), drawn as bcc's print_log2_hist
 * and ecli do, up to the last slot that counted. Text of lines; empty when nothing was counted.
 */
export function renderLog2Histogram(slots: readonly (number | bigint)[], options: HistogramOptions): string {
  const last = slots.findLastIndex((count) => count > 0);
  const counted = slots.slice(0, last + 1).map(BigInt);
  // Ranges beyond 2^32 need wider columns.
  const digits = last <= 32 ? 10 : 20;
  const title = `${' '.repeat(last <= 32 ? 5 : 15)}${escapeText(options.unit).padEnd(last <= 32 ? 19 : 29)}`;
  return renderSlots(counted, title, options, (slot) => {
    const low = slot === 0 ? 0n : 1n << BigInt(slot);
    const high = (1n << BigInt(slot + 1)) - 1n;
    return `${String(low).padStart(digits)} -> ${String(high).padEnd(digits)}`;
  });
}

/** The lines that both kinds of histogram are made of; `range` gives what a slot counts. */
export function renderSlots(
  slots: readonly bigint[],
  title: string,
  { columns }: HistogramOptions,
  range: (slot: number) => string,
): string {
  if (slots.length === 0) return '';
  const most = slots.reduce((largest, count) => (count > largest ? count : largest), 0n);
  const ranges = slots.map((_, slot) => range(slot));
  const width = Math.max(...ranges.map((text) => text.length), title.length);
  const countWidth = Math.max(8, String(most).length);
  const around = width + countWidth + ' :  ||'.length;
  const barWidth =
    columns === undefined ? usualBar : Math.max(leastBar, Math.min(usualBar, columns - around));
  const lines = slots.map((count, slot) => {
    const stars = bar(count, most, barWidth).padEnd(barWidth);
    return `${(ranges[slot] ?? '').padEnd(width)} : ${String(count).padEnd(countWidth)} |${stars}|\n`;
  });
  return `${title.padEnd(width)} : ${'count'.padEnd(countWidth)} distribution\n${lines.join('')}`;
}
