import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repeat, timeToFirstByte } from '../measure.mjs';
import { openWorkspace, tsecc, tsecli } from '../workspace.mjs';

export const row = {
  name: 'lab, warm: command to first trace line, seconds',
  zh: 'lab，已有快照：从命令到第一行跟踪输出，秒',
  reach: 1.5,
  seconds: true,
  async run({ runs }) {
    const { folder, source, close } = openWorkspace();
    try {
      execFileSync(process.execPath, [tsecc, source, '-o', folder], { stdio: 'ignore' });
      const args = [tsecli, 'run', '--lab', '--exec', 'touch test1; rm test1', join(folder, 'package.json')];
      return await repeat(() => timeToFirstByte(process.execPath, args, { cwd: folder }), runs);
    } finally {
      close();
    }
  },
};
