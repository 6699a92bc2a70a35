// Tracers with the same work as something grows: what the rows of growth share.
import { unmet } from './needs.mjs';
import { runRounds } from './rounds.mjs';
import { openTraceBench } from './trace-bench.mjs';

/**
 * Measures each of `series` (a function of the bench and the point, giving a side, by name) at each of `points`, and
 * tells how `figure` grows with `unit`. `needs` are those of the series beside a kernel to trace.
 */
export async function measureGrowth({ unit, points, series, figure, needs = [] }, measure, count) {
  const skipped = unmet('root', 'tracefs', 'cc', ...needs);
  if (skipped) return { skipped };
  const bench = openTraceBench();
  try {
    const sides = {};
    for (const point of points)
      for (const [name, open] of Object.entries(series))
        sides[sideAt(name, point, unit)] = await open(bench, point);
    const result = await runRounds(sides, (side, ...more) => measure(bench, side, ...more), count);
    const growth = {
      unit,
      figure,
      points,
      series: Object.fromEntries(
        Object.keys(series).map((name) => [
          name,
          points.map((point) => result.table[sideAt(name, point, unit)][figure]),
        ]),
      ),
    };
    return { ...result, growth };
  } finally {
    bench.close();
  }
}

/** What the side of a series at a point is called in tables and bounds. */
const sideAt = (name, point, unit) =>
  `${name}, ${point.toLocaleString('en')} ${point === 1 ? unit.replace(/s$/, '') : unit}`;
