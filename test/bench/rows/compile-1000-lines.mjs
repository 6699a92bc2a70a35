import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thousandLines } from '../generated-sources.mjs';
import { compareWarm } from '../warm-compile.mjs';

export const row = {
  name: 'warm tsecc on a source of 1,000 lines / bare clang',
  zh: '热缓存下用 tsecc 编译 1,000 行的源文件 / 直接用 clang',
  reach: 0.6,
  run: ({ runs }) =>
    compareWarm(runs, ({ folder }) => {
      const source = join(folder, 'large.bpf.c');
      writeFileSync(source, thousandLines());
      return source;
    }),
};
