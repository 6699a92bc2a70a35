import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { lockFile } from '../../kernel/lock.js';
import { findHelper, findTool } from '../tools.js';
import { apk } from './apk.js';
import { apt } from './apt.js';
import { dnf } from './dnf.js';
import type { FindContext } from './find-kernel.js';
import { findPulled, storePulled, type Kernel } from './kernel.js';
import { toolRunner, type PackageTool } from './package-tool.js';
import { pacman } from './pacman.js';
import { shortVersion } from './versions.js';

const packageTools: readonly PackageTool[] = [apt, dnf, pacman, apk];

/**
 * Pulls a kernel through the distribution's package tool and keeps what the lab needs of it. One that somebody else
 * pulled while we waited is taken; with `renew` a newer one replaces it. Throws `tool-missing`.
 */
export async function pullKernel(
  version: string | undefined,
  context: FindContext,
  { renew = false, tools = packageTools } = {},
): Promise<Kernel> {
  const { paths, env, progress, signal } = context;
  const tool = tools.find(({ program }) => findHelper(program, env));
  if (!tool) {
    throw new TseccError(
      'tool-missing',
      message`pull kernel: no package tool of a known distribution is here`,
      {
        cure: message`name the path of a vmlinuz: --lab=/boot/vmlinuz-…`,
      },
    );
  }
  makeDirectory(paths.kernels);
  const onWait = () => progress.step(message`wait for another tsecli, which pulls a kernel`);
  using _lock = await lockFile(join(paths.kernels, '.lock'), 'exclusive', { signal, onWait });
  const present = renew ? undefined : findPulled(paths.kernels, version);
  if (present) return present;
  removeUnfinished(paths.kernels);
  const directory = mkdtempSync(join(paths.kernels, '.pulling-'));
  try {
    const run = toolRunner(env, signal);
    const unpacked = await tool.fetch(version, { directory, env, progress, run });
    const finished = join(directory, 'finished');
    await storePulled(finished, unpacked, findTool('busybox', env));
    const target = join(paths.kernels, shortVersion(unpacked.release));
    rmSync(target, { recursive: true, force: true });
    renameSync(finished, target);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  const pulled = findPulled(paths.kernels, version);
  if (!pulled)
    throw new TseccError(
      'tool-missing',
      message`pull kernel: Linux ${version ?? ''} came as another version`,
    );
  return pulled;
}

function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TseccError(
      'tool-missing',
      message`pull kernel: the cache directory cannot be made: ${reason}`,
      {
        cure: message`set XDG_CACHE_HOME to a directory of your own`,
        cause,
      },
    );
  }
}

/** The caller holds the lock, so nobody works in these any more. */
function removeUnfinished(kernels: string): void {
  for (const name of readdirSync(kernels)) {
    if (name.startsWith('.pulling-')) rmSync(join(kernels, name), { recursive: true, force: true });
  }
}
