// From a save to the verdict of `tsecc --watch`: another text each time, so that nothing can be given again.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledInAdvance } from '../warm-compile.mjs';
import { timeProcess, repeat } from '../measure.mjs';
import { openWorkspace, tsecc, withCache } from '../workspace.mjs';

export const row = {
  name: 'seconds from saving the seed lesson to the verdict of tsecc --watch',
  zh: '从保存入门课到 tsecc --watch 给出结论，秒',
  reach: 0.3,
  seconds: true,
  run: measure,
};

async function measure({ runs }) {
  const workspace = openWorkspace();
  const { folder, source } = workspace;
  const cache = join(folder, 'cache');
  const options = { cwd: folder, env: withCache(cache) };
  let watch;
  try {
    await timeProcess(process.execPath, [tsecc, source], options);
    await compiledInAdvance(cache);
    watch = watchSource(source, options);
    await watch.says(/Ctrl-C ends/);
    return await repeat(async () => {
      const start = performance.now();
      appendFileSync(source, `// ${start}\n`);
      await watch.says(/ ok /);
      return performance.now() - start;
    }, runs);
  } finally {
    watch?.end();
    workspace.close();
  }
}

/** Starts the watch; `says` waits for a line that has not been waited for yet. */
function watchSource(source, options) {
  const child = spawn(process.execPath, [tsecc, '--watch', source], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let unread = '';
  let wake = () => {};
  child.stderr.setEncoding('utf8').on('data', (text) => {
    unread += text;
    wake();
  });
  child.on('close', () => wake());
  return {
    end: () => child.kill('SIGINT'),
    says: async (pattern) => {
      for (let found = null; !found;) {
        found = pattern.exec(unread);
        if (found) unread = unread.slice(found.index + found[0].length);
        else if (child.exitCode !== null) throw new Error(`tsecc --watch ended:\n${unread}`);
        else await new Promise((resolve) => (wake = resolve));
      }
    },
  };
}
