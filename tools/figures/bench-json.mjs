// @ts-check
// Where the figures themselves are kept, and what is in there.

/** From the project's folder. */
export const figuresPath = 'docs/figures/bench.json';

/**
 * @typedef {object} Bound
 * @property {string} figure its name, with side and peer where it has them
 * @property {number} ours
 * @property {number} [theirs]
 * @property {number} result what the bound is held to
 * @property {number} [atMost]
 * @property {number} [atLeast]
 * @property {boolean} met
 */

/**
 * @typedef {object} Growth
 * @property {string} unit
 * @property {string} figure
 * @property {readonly number[]} points
 * @property {Readonly<Record<string, readonly number[]>>} series values at the points, by who was measured
 */

/**
 * @typedef {object} Row
 * @property {string} row
 * @property {string} en what it compares
 * @property {string} zh the same in Chinese
 * @property {string} date
 * @property {number} runs
 * @property {string} [skipped] why it was not measured
 * @property {readonly Bound[]} bounds
 * @property {Readonly<Record<string, Readonly<Record<string, number>>>>} [details] all figures of each side
 * @property {Growth} [growth]
 */

/**
 * @typedef {object} Machine
 * @property {string} processor
 * @property {number} processors
 * @property {number} gigabytes
 * @property {string} kernel
 * @property {string} system
 * @property {readonly string[]} tools
 */

/**
 * @typedef {object} Figures
 * @property {Machine} machine
 * @property {readonly Row[]} rows
 */
