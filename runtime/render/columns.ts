import { escapeText } from '../../core/escape.js';
import type { Column } from '../decode/columns.js';
import type { FormatName, Shape } from '../../core/record/types.js';
import type { Value } from '../decode/types.js';
import { cellText } from './cell-text.js';
import { displayWidth } from './display-width.js';
import { cutText, padText } from './fit-text.js';

/** How a column is laid out. */
export interface TableColumn {
  readonly title: string;
  /** Numbers stand right. */
  readonly align: 'left' | 'right';
  /** Cells it has before a value needs more, so that columns do not jump at each new value. */
  readonly width: number;
  /** May be cut on a terminal that is too narrow. */
  readonly cuttable: boolean;
}

/** The column of the time, HH:MM:SS. */
export const timeColumn: TableColumn = { title: 'TIME', align: 'left', width: 8, cuttable: false };

/** The columns of a table of events, the time first; titles in capitals, as ecli has them. */
export function tableColumns(columns: readonly Column[]): readonly TableColumn[] {
  return [
    timeColumn,
    ...columns.map(({ path, shape }): TableColumn => {
      const title = escapeText(path.toUpperCase());
      const isNumber = isNumeric(shape);
      const width = Math.max(displayWidth(title), usualWidth(shape));
      return { title, align: isNumber ? 'right' : 'left', width, cuttable: !isNumber };
    }),
  ];
}

/** One event as the cells of a row. */
export function tableCells(columns: readonly Column[], time: string, event: Value): readonly string[] {
  return [time, ...columns.map(({ shape, get }) => cellText(shape, get(event), 'person'))];
}

/** The widths of columns that hold these rows too: they grow, and never shrink. */
export function growWidths(
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  return widths.map((width, index) =>
    rows.reduce((most, cells) => Math.max(most, displayWidth(cells[index] ?? '')), width),
  );
}

/** What a column that is cut keeps at least. */
const leastWidth = 8;

/**
 * The widths that fit a terminal of `cells` columns: the widest of those that may be cut give way first. Numbers are
 * never cut, so a table can stay wider than the terminal.
 */
export function fitWidths(
  columns: readonly TableColumn[],
  widths: readonly number[],
  cells: number,
): readonly number[] {
  const fitted = [...widths];
  const total = () => fitted.reduce((sum, width) => sum + width, fitted.length - 1);
  const least = ({ title }: TableColumn) => Math.max(leastWidth, displayWidth(title));
  while (total() > cells) {
    const widest = columns.reduce((best, column, index) => {
      const width = fitted[index] ?? 0;
      return column.cuttable && width > least(column) && width > (fitted[best] ?? 0) ? index : best;
    }, -1);
    if (widest < 0) break;
    fitted[widest] = (fitted[widest] ?? 0) - 1;
  }
  return fitted;
}

/** The line of titles. */
export function renderHeader(columns: readonly TableColumn[], widths: readonly number[]): string {
  return renderRow(
    columns,
    widths,
    columns.map(({ title }) => title),
  );
}

/** A row with its line feed. With `cut`, text is cut to its column's width; otherwise it pushes what follows. */
export function renderRow(
  columns: readonly TableColumn[],
  widths: readonly number[],
  cells: readonly string[],
  cut = false,
): string {
  const texts = columns.map(({ align, cuttable }, index) => {
    const width = widths[index] ?? 0;
    const cell = cells[index] ?? '';
    return padText(cut && cuttable ? cutText(cell, width) : cell, width, align);
  });
  return `${texts.join(' ').trimEnd()}\n`;
}

function isNumeric(shape: Shape): boolean {
  switch (shape.kind) {
    case 'integer':
    case 'float':
      return true;
    case 'bits':
      return !shape.bool && !shape.names;
    case 'formatted':
      return ['ns', 'us', 'bytes', 'port_be'].includes(shape.format);
    default:
      return false;
  }
}

const formattedWidths: Readonly<Partial<Record<FormatName, number>>> = {
  ipv4: 15,
  ipv6: 24,
  mac: 17,
  ns: 8,
  us: 8,
  bytes: 8,
};

/** Cells that most values of a shape need. */
function usualWidth(shape: Shape): number {
  switch (shape.kind) {
    case 'integer':
      return { 1: 4, 2: 5, 4: 7, 8: 12, 16: 20 }[shape.size];
    case 'pointer':
      return 18;
    case 'text':
      return Math.min(shape.size, 16);
    case 'enum':
      return [...shape.names.byValue.values()].reduce(
        (most, name) => Math.max(most, Math.min(16, name.length)),
        0,
      );
    case 'formatted':
      return formattedWidths[shape.format] ?? 0;
    default:
      return 0;
  }
}
