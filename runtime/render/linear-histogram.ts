import { escapeText } from '../../core/escape.js';
import { renderSlots, type HistogramOptions } from './log2-histogram.js';

/** Where the slots of a linear histogram lie: slot n counts from `first + n * step`. */
export interface LinearScale {
  readonly first?: number;
  readonly step?: number;
}

/**
 * A histogram of slots of equal width, drawn as bcc's print_linear_hist, from the first slot up to the last one that
 * counted; a slot wider than one value shows its range. Empty when nothing was counted.
 */
export function renderLinearHistogram(
  slots: readonly (number | bigint)[],
  options: HistogramOptions,
  { first = 0, step = 1 }: LinearScale = {},
): string {
  const last = slots.findLastIndex((count) => count > 0);
  const title = `     ${escapeText(options.unit).padEnd(13)}`;
  return renderSlots(slots.slice(0, last + 1).map(BigInt), title, options, (slot) => {
    const low = first + slot * step;
    return step === 1
      ? `        ${String(low).padEnd(10)}`
      : `${String(low).padStart(10)} -> ${low + step - 1}`;
  });
}
