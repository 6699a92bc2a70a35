// @ts-check
// Where everything stands in the picture of the figures: numbers in, coordinates out.

/** @typedef {import('./bench-json.mjs').Figures} Figures */
/** @typedef {import('./bench-json.mjs').Growth} Growth */
/** @typedef {import('./bench-json.mjs').Bound} Bound */

const width = 880;
const line = { height: 20, from: 116, label: 24, bar: 470, one: 190 };
const panel = { width: 268, height: 196, columns: 3, gap: 14, left: 24 };
const plot = { left: 46, right: 14, top: 40, bottom: 42 };

/** A bar ends at half past its bound at the latest. */
const longest = 1.5;

/**
 * Everything that the template of the picture names.
 *
 * @param {Figures} figures
 */
export function layOut({ machine, rows }) {
  const bounds = rows.flatMap(({ row, bounds: own }) => own.map((bound) => ({ row, bound })));
  const bars = bounds.map(({ row, bound }, index) => placeBar(row, bound, line.from + index * line.height));
  const barsEnd = line.from + bars.length * line.height;
  const growing = rows.flatMap(({ growth }) => (growth ? [growth] : []));
  const panels = growing.map((growth, index) => placePanel(growth, index, barsEnd + 64));
  const rowsOfPanels = Math.ceil(panels.length / panel.columns);
  return {
    width,
    height: barsEnd + 64 + rowsOfPanels * (panel.height + panel.gap) + 20,
    machine: [
      `${machine.processor}, ${machine.processors} processors, ${machine.gigabytes} GB`,
      `Linux ${machine.kernel}, ${machine.system}`,
    ].join(' · '),
    dates: datesOf(rows.map(({ date }) => date)),
    met: bounds.filter(({ bound }) => bound.met).length,
    count: bounds.length,
    bars,
    one: line.bar + line.one,
    oneFrom: line.from - 8,
    oneTo: barsEnd,
    growthTitle: barsEnd + 44,
    panels,
    legend: legendOf(growing, barsEnd + 44),
  };
}

/**
 * `2026-01-02`, or `2026-01-02 to 2026-01-05`.
 *
 * @param {readonly string[]} dates
 */
export function datesOf(dates) {
  const sorted = [...new Set(dates)].sort();
  const [first = ''] = sorted;
  const last = sorted.at(-1) ?? first;
  return first === last ? first : `${first} to ${last}`;
}

/**
 * How much of a bound a result uses up: 1 is just met, whichever way the bound goes.
 *
 * @param {Bound} bound
 */
export function shareOf({ result, atMost, atLeast }) {
  if (atLeast !== undefined) return result > 0 ? atLeast / result : longest;
  if (atMost) return result / atMost;
  return result > 0 ? longest : 0;
}

/**
 * @param {string} row
 * @param {Bound} bound
 * @param {number} top
 */
function placeBar(row, bound, top) {
  const { figure, result, atMost, atLeast, met } = bound;
  const wanted = atLeast === undefined ? `≤ ${shortNumber(atMost ?? 0)}` : `≥ ${shortNumber(atLeast)}`;
  return {
    label: `${row}: ${figure.replace('ms, ratio', 'time').replace('ms, in s', 'seconds')}`,
    labelX: line.label,
    textY: top + 12,
    x: line.bar,
    y: top + 2,
    width: Math.max(2, Math.min(longest, shareOf(bound)) * line.one),
    className: met ? 'met' : 'missed',
    valueX: line.bar + longest * line.one + 10,
    value: `${shortNumber(result)} (${wanted})${met ? '' : ' ✗'}`,
  };
}

/**
 * A chart of one row's growth, both axes by powers.
 *
 * @param {Growth} growth
 * @param {number} index
 * @param {number} from where the first panel begins
 */
function placePanel({ unit, figure, points, series }, index, from) {
  const x = panel.left + (index % panel.columns) * (panel.width + panel.gap);
  const y = from + Math.floor(index / panel.columns) * (panel.height + panel.gap);
  const all = Object.values(series)
    .flat()
    .filter((value) => value > 0);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const across = scale(points[0] ?? 1, points.at(-1) ?? 1, x + plot.left, x + panel.width - plot.right);
  const up = scale(low, high, y + panel.height - plot.bottom, y + plot.top);
  return {
    x,
    y,
    width: panel.width,
    height: panel.height,
    title: `${figure} by ${unit}`,
    titleX: x + 12,
    titleY: y + 20,
    tickX: x + plot.left - 6,
    tickY: y + panel.height - plot.bottom + 18,
    highest: { y: up(high) + 4, text: shortNumber(high) },
    lowest: { y: up(low) + 4, text: shortNumber(low) },
    ticks: points.map((point) => ({ x: across(point).toFixed(1), text: shortNumber(point) })),
    lines: Object.entries(series).map(([name, values]) => ({
      className: classOf(name),
      dots: values.flatMap((value, at) =>
        value > 0 ? [{ x: across(points[at] ?? 1).toFixed(1), y: up(value).toFixed(1) }] : [],
      ),
      path: values
        .flatMap((value, at) =>
          value > 0 ? [`${across(points[at] ?? 1).toFixed(1)},${up(value).toFixed(1)}`] : [],
        )
        .join(' '),
    })),
  };
}

/**
 * Places by powers between two ends; what does not grow stands in the middle.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 */
function scale(low, high, from, to) {
  const span = Math.log(high) - Math.log(low);
  return (/** @type {number} */ value) =>
    span > 0 ? from + ((Math.log(value) - Math.log(low)) / span) * (to - from) : (from + to) / 2;
}

/**
 * @param {readonly Growth[]} growing
 * @param {number} y
 */
function legendOf(growing, y) {
  const names = [...new Set(growing.flatMap(({ series }) => Object.keys(series)))];
  return names.map((name, index) => ({
    name,
    className: classOf(name),
    x: 560 + index * 100,
    textX: 576 + index * 100,
    y: y - 5,
    textY: y,
  }));
}

/** @param {string} name */
const classOf = (name) => name.replaceAll(/\W+/g, '-');

/**
 * As short as it is read: 1.5 M, 20 k, 0.074.
 *
 * @param {number} value
 */
export function shortNumber(value) {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (value >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return String(value < 1000 ? Number(value.toPrecision(3)) : Math.round(value));
}
