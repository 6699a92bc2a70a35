import { appendFileSync } from 'node:fs';
import { compareWarm } from '../warm-compile.mjs';

export const row = {
  name: 'warm tsecc on the seed lesson, edited since the last compile / bare clang',
  zh: '热缓存下用 tsecc 编译刚改过的入门课 / 直接用 clang',
  reach: 1,
  run: ({ runs }) => compareWarm(runs, undefined, (source) => appendFileSync(source, '// edited\n')),
};
