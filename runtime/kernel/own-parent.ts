import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { ensureMounted } from './mounts.js';
import { ensureDirectory } from './owned-directory.js';
import type { Kernel } from './types.js';

/**
 * Our directory in bpffs, made when missing. bpffs lets every user make directories at its top, so one that
 * somebody else made, or may write to, is refused: they could turn our pins' paths elsewhere.
 */
export function ownParent(kernel: Kernel): string {
  const bpffs = ensureMounted(kernel, { type: 'bpf', path: '/sys/fs/bpf', option: 'CONFIG_BPF_SYSCALL' });
  const user = kernel.userId;
  const path = user === 0 ? `${bpffs}/tsecli` : `${bpffs}/tsecli-${user}`;
  ensureDirectory(kernel, path);
  const facts = kernel.inspect(path);
  if (facts.isDirectory && facts.owner === user && (facts.mode & 0o022) === 0) return path;
  throw new TseccError('not-permitted', message`use '${path}': it was made by another user`, {
    cure: message`remove it: rm -r ${path}`,
  });
}
