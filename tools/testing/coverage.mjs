// @ts-check

/**
 * What share of the code the whole suite must reach, in percent. Raised when the suite grows, never lowered.
 * @type {Readonly<Record<'lines' | 'statements' | 'functions' | 'branches', number>>}
 */
export const thresholds = { lines: 85, statements: 85, functions: 85, branches: 80 };

/** @typedef {{total: Record<keyof typeof thresholds, {pct: number}>}} CoverageSummary istanbul's json-summary */

/**
 * The sum over the sources alone: bundles are the same code once more, counted by what one process used of it.
 * @param {Record<string, Record<keyof typeof thresholds, {total: number, covered: number}>>} summary by file, and `total`
 * @returns {CoverageSummary}
 */
export function sumSources(summary) {
  const files = Object.entries(summary).filter(([file]) => file !== 'total' && !file.includes('/dist/'));
  const percent = (/** @type {keyof typeof thresholds} */ measure) => {
    const total = files.reduce((sum, [, file]) => sum + file[measure].total, 0);
    const covered = files.reduce((sum, [, file]) => sum + file[measure].covered, 0);
    return { pct: total === 0 ? 100 : Math.floor((covered / total) * 10_000) / 100 };
  };
  return {
    total: {
      lines: percent('lines'),
      statements: percent('statements'),
      functions: percent('functions'),
      branches: percent('branches'),
    },
  };
}

/**
 * The measures that stay below their threshold, each as a sentence.
 * @param {CoverageSummary} summary
 * @param {Readonly<Record<keyof typeof thresholds, number>>} wanted
 */
export function findShortfalls({ total }, wanted = thresholds) {
  return measures
    .filter((measure) => !(total[measure].pct >= wanted[measure]))
    .map(
      (measure) =>
        `coverage of ${measure} is ${total[measure].pct} %, and must be ${wanted[measure]} % or more`,
    );
}

/**
 * All measures in one line.
 * @param {CoverageSummary} summary
 */
export function describeCoverage({ total }) {
  return `coverage: ${measures.map((measure) => `${measure} ${total[measure].pct} %`).join(', ')}`;
}

const measures = /** @type {(keyof typeof thresholds)[]} */ (Object.keys(thresholds));
