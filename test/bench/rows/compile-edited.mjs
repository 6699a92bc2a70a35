import { appendFileSync } from 'node:fs';
import { compareWarm } from '../warm-compile.mjs';

export const row = {
  name: 'warm tsecc on the seed lesson, edited since the last compile / bare clang',
  reach: 1,
  run: ({ runs }) => compareWarm(runs, undefined, (source) => appendFileSync(source, '// edited\n')),
};
