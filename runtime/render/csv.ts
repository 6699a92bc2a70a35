import type { Column } from '../decode/columns.js';
import type { Value } from '../decode/types.js';
import { cellText } from './cell-text.js';

/** One event as a line of CSV, numbers exact: `head`, then a value for each column, empty where the event has none. */
export function csvRow(
  columns: readonly (Column | undefined)[],
  head: readonly string[],
  event: Value,
): string {
  const cells = columns.map((column) => column && cellText(column.shape, column.get(event), 'program'));
  return csvLine([...head, ...cells.map((cell) => cell ?? '')]);
}

/** Values as a line of RFC 4180: what holds a comma or a quote is quoted, and the line ends in CR LF. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(quoteField).join(',')}\r\n`;
}

function quoteField(value: string): string {
  // Blanks at the ends too: some readers strip them where no quotes stand.
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
