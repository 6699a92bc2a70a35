// What rows found, as lines of one table: a line for each figure that has a bound.

/** Three digits, or all of a large number's before the point: more is noise. */
const round = (value) => (value < 1000 ? Number(value.toPrecision(3)) : Math.round(value));

/**
 * What a row found of each of its bounds: medians of ours and, against a peer, of theirs, the result that the bound is
 * held to, and the bound, `atMost` or `atLeast`. A row with one bound has a plain ratio, or seconds.
 */
export function measuredBounds(row, result) {
  if (result.skipped) return [];
  if (Array.isArray(row.reach)) return row.reach.map((bound) => measuredFigure(bound, result));
  const value = row.seconds ? result.ours / 1000 : result.ratio;
  return [
    measured(row.seconds ? 'ms, in s' : 'ms, ratio', { ...result, result: value }, { atMost: row.reach }),
  ];
}

function measuredFigure(bound, result) {
  const { figure, side = 'tsecli', against } = bound;
  const whose = bound.side === undefined ? '' : `, ${side}`;
  const text = `${figure}${whose}${against === undefined ? '' : ` / ${against}`}`;
  return measured(text, result.figure(figure, side, against), bound);
}

function measured(figure, { ours, theirs, result }, { atMost, atLeast }) {
  const met = atLeast === undefined ? result <= atMost : result >= atLeast;
  return {
    figure,
    ours: round(ours),
    ...(theirs !== undefined && { theirs: round(theirs) }),
    result: round(result),
    ...(atLeast === undefined ? { atMost } : { atLeast }),
    met,
  };
}

/** The lines of a row in the table; one that says why where it could not be measured. `name` is its file's. */
export function tableLines(name, row, result) {
  if (result.skipped) return [{ row: name, met: result.skipped }];
  return measuredBounds(row, result).map(({ figure, ours, theirs = '', result: value, ...bound }) => ({
    row: name,
    figure,
    ours,
    theirs,
    result: value,
    reach: bound.atLeast === undefined ? `<= ${bound.atMost}` : `>= ${bound.atLeast}`,
    met: bound.met ? 'yes' : 'no',
  }));
}

/** All figures of a row's sides, for those who want more than the bounds; undefined where there are none. */
export function detailTable(result) {
  const { table } = result;
  if (table === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(table).map(([side, figures]) => [
      side,
      Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)])),
    ]),
  );
}

/** A row's measurement as it is kept: what it compares, its bounds, all sides' figures, and how they grow. */
export function rowRecord(name, row, result) {
  const { skipped, growth } = result;
  const details = detailTable(result);
  return {
    row: name,
    en: row.name,
    zh: row.zh,
    ...(skipped && { skipped }),
    bounds: measuredBounds(row, result),
    ...(details && { details }),
    ...(growth && { growth: { ...growth, series: roundAll(growth.series) } }),
  };
}

const roundAll = (series) =>
  Object.fromEntries(Object.entries(series).map(([name, values]) => [name, values.map(round)]));
