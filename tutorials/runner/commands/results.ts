import { join } from 'node:path';
import { writeAtomically } from '../../../compiler/output/write-atomically.js';
import { readProgress } from '../folder/progress.js';
import { makeResults } from '../results/make-results.js';
import type { Learner } from './learner.js';

/** `tselearn results`: writes results.json into the learner's folder, and prints it. */
export function results({ folder, exercises, io, language }: Learner): number {
  const made = makeResults(exercises, readProgress(folder), language, new Date());
  const content = `${JSON.stringify(made, undefined, 2)}\n`;
  writeAtomically([{ path: join(folder, 'results.json'), content }]);
  io.stdout.write(content);
  return 0;
}
