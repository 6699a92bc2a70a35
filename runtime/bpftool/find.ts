import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Kernel } from '../kernel/types.js';
import { installCure } from './install-cure.js';

/** Where distributions put it beside PATH: an ordinary user's PATH often lacks the sbin directories. */
const usualDirectories = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/usr/bin', '/usr/local/bin'];

/** Ubuntu's: one directory for each kernel version. */
const kernelTools = '/usr/lib/linux-tools';

/**
 * The path of bpftool: first in PATH, then in the usual places. Ubuntu's /usr/sbin/bpftool is a script that works
 * only when the tools of exactly the running kernel are there: a binary of another version serves as well, and is
 * taken instead. Throws `tool-missing`.
 */
export function findBpftool(kernel: Kernel, path: string | undefined): string {
  const directories = [
    ...(path ?? '').split(':').filter((entry) => entry.startsWith('/')),
    ...usualDirectories,
  ];
  const found = directories
    .map((directory) => `${directory}/bpftool`)
    .find((candidate) => kernel.isExecutable(candidate));
  if (found !== undefined && !found.startsWith('/usr/sbin/')) return found;
  const tool = newestKernelTool(kernel) ?? found;
  if (tool !== undefined) return tool;
  throw new TseccError('tool-missing', message`find bpftool: it is not installed`, {
    cure: installCure(kernel),
  });
}

function newestKernelTool(kernel: Kernel): string | undefined {
  if (!kernel.exists(kernelTools)) return undefined;
  return [...kernel.list(kernelTools)]
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((version) => `${kernelTools}/${version}/bpftool`)
    .find((candidate) => kernel.isExecutable(candidate));
}
