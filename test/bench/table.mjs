// What rows found, as lines of one table: a line for each figure that has a bound.

const round = (value) => (value === undefined ? '' : Number(value.toPrecision(value < 1000 ? 3 : 6)));

/** The lines of a row's result: of a plain ratio, of several figures, or of why there is none. `name` is its file's. */
export function tableLines(name, row, result) {
  if (result.skipped) return [{ row: name, met: result.skipped }];
  if (Array.isArray(row.reach)) return row.reach.map((bound) => figureLine(name, bound, result));
  const value = row.seconds ? result.ours / 1000 : result.ratio;
  return [
    line(name, row.seconds ? 'ms, in s' : 'ms, ratio', { ...result, result: value }, { atMost: row.reach }),
  ];
}

function figureLine(row, bound, result) {
  const { figure, side = 'tsecli', against } = bound;
  const whose = bound.side === undefined ? '' : `, ${side}`;
  const text = `${figure}${whose}${against === undefined ? '' : ` / ${against}`}`;
  return line(row, text, result.figure(figure, side, against), bound);
}

function line(row, figure, { ours, theirs, result }, { atMost, atLeast }) {
  const met = atLeast === undefined ? result <= atMost : result >= atLeast;
  return {
    row,
    figure,
    ours: round(ours),
    theirs: round(theirs),
    result: round(result),
    reach: atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`,
    met: met ? 'yes' : 'no',
  };
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
