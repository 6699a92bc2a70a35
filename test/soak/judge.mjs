// Whether a long run stayed as it was: what tools/soak.mjs says at its end.
import { median } from '../bench/measure.mjs';

/**
 * What may not grow: by which part, and by how much in its unit, so that neither noise nor a small figure counts. A
 * garbage collector lets memory swing; a reader that falls behind does so by seconds.
 */
const bounds = {
  memory: { part: 0.05, least: 4, unit: 'MB' },
  descriptors: { part: 0, least: 0, unit: '' },
  lag: { part: 1, least: 20, unit: 'ms' },
};

/**
 * Compares the last quarter of the samples with the one before: in the first half a program warms up, as V8 gives its
 * heap more room step by step, and is done after some minutes. Gives what is wrong, a sentence each; nothing is good. A sample has the figures that `bounds` names; `missing` has, for each way in which
 * events come, how many did not.
 */
export function judge(samples, missing) {
  const quarter = Math.floor(samples.length / 4);
  if (quarter === 0) return ['too short: it takes four samples'];
  const early = samples.slice(-2 * quarter, -quarter);
  const late = samples.slice(-quarter);
  const grown = Object.entries(bounds).flatMap(([name, { part, least, unit }]) => {
    const [before, after] = [early, late].map((some) => median(some.map((sample) => sample[name])));
    const grew = after > before * (1 + part) && after - before > least;
    return grew ? [`${name} grew from ${figure(before)} to ${figure(after)} ${unit}`.trimEnd()] : [];
  });
  const lost = Object.entries(missing).flatMap(([way, count]) =>
    count === 0 ? [] : [`${count} events of ${way} did not come`],
  );
  return [...grown, ...lost];
}

/** Says what is wrong, or that nothing is; gives the exit code. */
export function tellVerdict(wrong, say) {
  for (const sentence of wrong) say(`FAILED  ${sentence}`);
  if (wrong.length === 0) say('memory, descriptors and lag stayed as they were, and no event was lost');
  return wrong.length === 0 ? 0 : 1;
}

const figure = (value) => String(Math.round(value * 10) / 10);
