import { escapeText } from '../../core/escape.js';
import type { HistogramBatch } from '../readers/types.js';
import { clockTime } from './clock.js';
import { cutText } from './fit-text.js';
import { renderLinearHistogram } from './linear-histogram.js';
import { renderLog2Histogram } from './log2-histogram.js';
import type { Paint } from './colour.js';

/** How histograms are laid out. */
export interface HistogramLayout {
  /** Cells of the terminal; undefined: none. */
  readonly columns: number | undefined;
  readonly paint: Paint;
}

const renderers = { log2: renderLog2Histogram, linear: renderLinearHistogram };

/**
 * The histograms of one sample as bars, below a line with time and map; each one that has a key below it. Lines are
 * no wider than the terminal. Ends in an empty line.
 */
export function renderHistograms(batch: HistogramBatch, { columns, paint }: HistogramLayout): string {
  const { name, scale, unit, entries, time } = batch;
  const fit = (text: string): string => (columns === undefined ? text : cutText(text, columns));
  const title = paint('bold', fit(`${clockTime(new Date(time))} ${escapeText(name)}`));
  const parts = entries.map(({ label, slots }) => {
    const bars = renderers[scale](slots, { unit, columns });
    return `${label === '' ? '' : `\n${fit(escapeText(label))}\n`}${bars === '' ? 'nothing counted\n' : bars}`;
  });
  return `${title}\n${parts.join('')}\n`;
}
