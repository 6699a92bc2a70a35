// @ts-check
// Figures that were measured now, and those that were before.
import { isDeepStrictEqual } from 'node:util';

/** @typedef {import('./bench-json.mjs').Figures} Figures */

/**
 * Rows that were measured again take the place of those that were; all in the order of `names`. Undefined where the
 * older ones are of another machine, or of other programs: the two can not stand in one table.
 *
 * @param {Figures | undefined} before
 * @param {Figures} now
 * @param {readonly string[]} names
 * @returns {Figures | undefined}
 */
export function mergeFigures(before, now, names) {
  const measured = new Map(now.rows.map((each) => [each.row, each]));
  const older = (before?.rows ?? []).filter(({ row }) => names.includes(row) && !measured.has(row));
  if (older.length > 0 && !isDeepStrictEqual(before?.machine, now.machine)) return undefined;
  const rows = [...now.rows, ...older].toSorted((a, b) => names.indexOf(a.row) - names.indexOf(b.row));
  return { machine: now.machine, rows };
}
