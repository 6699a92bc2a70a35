import type { Column } from '../decode/columns.js';
import type { Value } from '../decode/types.js';
import { escapeText } from '../../core/escape.js';
import { cellText } from './cell-text.js';

/** The line of names, as RFC 4180 has it; `timeKey` is the first. */
export function csvHeader(columns: readonly Column[], timeKey: string): string {
  return csvLine([timeKey, ...columns.map(({ path }) => escapeText(path))]);
}

/** One event as a line, numbers exact; `time` is its first value. */
export function csvRow(columns: readonly Column[], time: string, event: Value): string {
  return csvLine([time, ...columns.map(({ shape, get }) => cellText(shape, get(event), 'program'))]);
}

/** Values as a line of RFC 4180: what holds a comma or a quote is quoted, and the line ends in CR LF. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(quoteField).join(',')}\r\n`;
}

function quoteField(value: string): string {
  // Blanks at the ends too: some readers strip them where no quotes stand.
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
