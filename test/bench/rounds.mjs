// Several sides in turn, round by round; medians of each, and of one against another round by round.
import { median } from './measure.mjs';

/** Runs `measure` on each side in turn, `count` times; each gives figures by name. */
export async function runRounds(sides, measure, count) {
  const names = Object.keys(sides);
  const rounds = [];
  for (let round = 0; round < count; round += 1) {
    const results = {};
    // Whoever comes first finds the machine at rest: each round begins with another.
    for (const index of names.keys()) {
      const name = names[(index + round) % names.length];
      results[name] = await measure(sides[name]);
    }
    rounds.push(results);
  }
  const medianOf = (side, figure) => median(rounds.map((results) => results[side][figure]));
  const figuresOf = (side) =>
    Object.fromEntries(Object.keys(rounds[0][side]).map((figure) => [figure, medianOf(side, figure)]));
  return {
    /** All medians, a row for each side. */
    table: Object.fromEntries(names.map((name) => [name, figuresOf(name)])),
    /** A figure of one side, against another's if one is given: medians, and what a bound is held to. */
    figure: (name, side, against) =>
      against === undefined
        ? { ours: medianOf(side, name), result: medianOf(side, name) }
        : {
            ours: medianOf(side, name),
            theirs: medianOf(against, name),
            result: median(rounds.map((results) => results[side][name] / results[against][name])),
          },
  };
}

/** How many rounds, of sides that take seconds each. */
export const fewRounds = (runs) => Math.min(runs, 5);
