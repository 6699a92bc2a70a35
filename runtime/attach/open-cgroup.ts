import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { describeCause, errno, errnoOf, isPermissionError } from '../kernel/errno.js';
import { mountPoints } from '../kernel/mounts.js';
import type { Kernel } from '../kernel/types.js';
import type { AttachContext, AttachPoint } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** A cgroup to attach to. */
export interface OpenCgroup {
  readonly path: string;
  /** The caller's to close. */
  readonly fd: number;
}

/**
 * Opens the cgroup of `--cgroup`. Throws `usage` where none is named, or what is named is not there or no cgroup of
 * version 2, and `not-permitted` where it may not be opened.
 */
export function openCgroup(point: AttachPoint, { kernel, options }: AttachContext): OpenCgroup {
  const path = options.cgroup;
  if (path === undefined) throw withoutCgroup(point, kernel);
  const refuse = refuserOf(path, kernel);
  let fd: number;
  try {
    fd = kernel.open(path);
  } catch (cause) {
    if (errnoOf(cause) === errno.ENOENT) throw refuse('usage', message`there is no such directory`, cause);
    if (isPermissionError(cause)) throw refuse('not-permitted', describeCause(cause), cause);
    throw refuse('usage', describeCause(cause), cause);
  }
  // Every cgroup of version 2 has this file, and no other directory.
  if (kernel.exists(`${path}/cgroup.controllers`)) return { path, fd };
  kernel.close(fd);
  if (kernel.exists(`${path}/cgroup.procs`)) {
    throw refuse('usage', message`it is a cgroup of version 1, which BPF programs cannot attach to`);
  }
  throw refuse('usage', message`it is no cgroup`);
}

type Refuse = (code: 'usage' | 'not-permitted', reason: Phrase, cause?: unknown) => TseccError;

function refuserOf(path: string, kernel: Kernel): Refuse {
  return (code, reason, cause) =>
    new TseccError(code, message`use --cgroup ${path}: ${reason}`, { cure: wholeMachine(kernel), cause });
}

function withoutCgroup(point: AttachPoint, kernel: Kernel): TseccError {
  return new TseccError(
    'usage',
    message`attach '${point.program}' to ${point.section}: no cgroup is named to attach it to`,
    { cure: wholeMachine(kernel) },
  );
}

function wholeMachine(kernel: Kernel): Phrase | undefined {
  const [root] = mountPoints(kernel, 'cgroup2');
  return root === undefined
    ? labCure(
        'kernel',
        message`cgroups of version 2 are mounted nowhere: mount -t cgroup2 cgroup2 /sys/fs/cgroup`,
      )
    : message`for the whole machine use --cgroup ${root}`;
}
