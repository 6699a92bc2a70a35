// Warm tsecc against bare clang, on any source: what the rows about warm compiles share.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareClang, dumpVmlinux } from './bare-clang.mjs';
import { compare, timeProcess } from './measure.mjs';
import { openWorkspace, tsecc, withCache } from './workspace.mjs';

/**
 * Runs ours and theirs in turn in a folder of their own, with a cache that is as warm as it gets: vmlinux.h is in it,
 * and so is what the first compile leaves to be made in the background. `prepare` may write other sources into the
 * folder and gives the one to compile; `edit` changes that before each of our runs.
 */
export async function compareWarm(runs, prepare = ({ source }) => source, edit = () => {}) {
  const workspace = openWorkspace();
  const { folder } = workspace;
  try {
    const source = prepare(workspace);
    const cache = join(folder, 'cache');
    const options = { cwd: folder, env: withCache(cache) };
    // As in the lesson: the source, and nothing else.
    const args = [tsecc, source];
    dumpVmlinux(folder);
    await timeProcess(process.execPath, args, options);
    await compiledInAdvance(cache);
    return await compare(
      () => {
        edit(source);
        return timeProcess(process.execPath, args, options);
      },
      () => timeProcess('clang', bareClang(folder, source), options),
      runs,
    );
  } finally {
    workspace.close();
  }
}

/** Waits until the cache has vmlinux.h compiled in advance; throws when that takes longer than it ever should. */
export async function compiledInAdvance(cache) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (readdirSync(cache, { recursive: true }).some((name) => String(name).endsWith('.pch'))) return;
    await sleep(50);
  }
  throw new Error(`no precompiled header in ${cache} after a minute`);
}
