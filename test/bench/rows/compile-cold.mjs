import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { bareClang, dumpVmlinux } from '../bare-clang.mjs';
import { compare, timeProcess } from '../measure.mjs';
import { openWorkspace, tsecc, withCache } from '../workspace.mjs';

export const row = {
  name: 'cold tsecc, empty cache / bpftool btf dump + bare clang',
  zh: '以空缓存冷启动的 tsecc / bpftool btf dump 加直接用 clang',
  reach: 1.5,
  async run({ runs }) {
    const { folder, source, close } = openWorkspace();
    try {
      return await compare(
        () =>
          timeProcess(process.execPath, [tsecc, source, '-o', join(folder, 'out')], {
            cwd: folder,
            env: withCache(mkdtempSync(join(folder, 'cache-'))),
          }),
        async () => {
          const start = performance.now();
          dumpVmlinux(folder);
          await timeProcess('clang', bareClang(folder, source), { cwd: folder });
          return performance.now() - start;
        },
        runs,
      );
    } finally {
      close();
    }
  },
};
