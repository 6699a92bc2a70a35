import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { LabPaths } from '../paths.js';
import type { Progress } from '../progress.js';
import { findPulled, kernelAtPath, type Kernel } from './kernel.js';
import { pullKernel } from './pull-kernel.js';
import { isVersion } from './versions.js';

/** What finding a kernel may need. */
export interface FindContext {
  readonly paths: LabPaths;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The kernel that a person means: a path, a version such as `6.1` or `6.1.0-40`, or nothing: the one
 * that a bare `--lab` means. One that was not pulled yet is. Throws `usage` on anything else, `tool-missing` where it cannot be had.
 */
export async function findKernel(wanted: string | undefined, context: FindContext): Promise<Kernel> {
  if (wanted?.includes('/')) return kernelAtPath(wanted);
  if (wanted !== undefined && !isVersion(wanted)) {
    throw new TseccError('usage', message`open lab: '${wanted}' is neither a kernel version nor a path`, {
      cure: message`name a version such as 6.1, or the path of a vmlinuz`,
    });
  }
  return findPulled(context.paths.kernels, wanted) ?? pullKernel(wanted, context);
}
