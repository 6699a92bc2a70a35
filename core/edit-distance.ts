/**
 * Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b` (optimal string alignment).
 * Gives `most + 1` for all that is more than `most`; telling words apart that are far from each other costs little.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const far = most + 1;
  let before: number[] = [];
  let last: number[] = [];
  for (let column = 0; column <= b.length; column++) last.push(Math.min(column, far));
  let lastLeast = 0;
  for (let row = 1; row <= a.length; row++) {
    const current = last.slice().fill(far);
    current[0] = Math.min(row, far);
    let least = row;
    // Outside of this band a cell is more than `most` away.
    const end = Math.min(b.length, row + most);
    for (let column = Math.max(1, row - most); column <= end; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let distance = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, cell(before, column - 2) + 1);
      }
      current[column] = distance;
      if (distance < least) least = distance;
    }
    // A swap reaches back two rows, so one row beyond the bound is not yet proof.
    if (least > most && lastLeast > most) return far;
    lastLeast = least;
    before = last;
    last = current;
  }
  return Math.min(cell(last, b.length), far);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
