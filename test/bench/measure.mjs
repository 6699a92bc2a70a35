// Times whole processes. Machines are noisy, so what counts is a ratio: both sides run in turn, pair by pair.
import { spawn } from 'node:child_process';

/** Runs a program to its end and gives its wall time in milliseconds; throws when it fails, since a failure is not a time. */
export function timeProcess(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`${command} ${args.join(' ')}: exit ${code}\n${errors}`));
    });
  });
}

/** Milliseconds from starting a program to its first byte on stdout; the program then runs to its end. */
export function timeToFirstByte(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let first;
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let errors = '';
    child.stdout.on('data', () => (first ??= performance.now() - start));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && first !== undefined) resolve(first);
      else reject(new Error(`${command} ${args.join(' ')}: exit ${code}, no output\n${errors}`));
    });
  });
}

export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Runs ours and theirs in turn, after one uncounted pair; medians in milliseconds and the median of the pairs' ratios. */
export async function compare(ours, theirs, runs) {
  const pairs = [];
  for (let run = -1; run < runs; run += 1) {
    const pair = [await ours(), await theirs()];
    if (run >= 0) pairs.push(pair);
  }
  return {
    ours: median(pairs.map(([a]) => a)),
    theirs: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

/** Runs one side alone, after one uncounted run: min, median and max in milliseconds. */
export async function repeat(run, runs) {
  await run();
  const times = [];
  for (let count = 0; count < runs; count += 1) times.push(await run());
  return { min: Math.min(...times), ours: median(times), max: Math.max(...times) };
}
