import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenHeaders } from '../generated-sources.mjs';
import { compareWarm } from '../warm-compile.mjs';

export const row = {
  name: 'warm tsecc on a source with ten headers / bare clang',
  zh: '热缓存下用 tsecc 编译带十个头文件的源文件 / 直接用 clang',
  reach: 0.6,
  run: ({ runs }) =>
    compareWarm(runs, ({ folder }) => {
      for (const [name, text] of Object.entries(tenHeaders())) writeFileSync(join(folder, name), text);
      return join(folder, 'headers.bpf.c');
    }),
};
