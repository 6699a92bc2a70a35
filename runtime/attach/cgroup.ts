import { createLink } from '../kernel/bpf-attach.js';
import { errno } from '../kernel/errno.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { cgroupHook, type CgroupHook } from './cgroup-hooks.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import { openCgroup } from './open-cgroup.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/**
 * Attaches a program to a hook of the cgroup that `--cgroup` names, and of all below it, by a link (Linux ≥ 5.7):
 * cgroup/…, cgroup_skb/…, sockops, lsm_cgroup/….
 */
export function attachCgroup(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const hook = cgroupHook(program.section);
  if (!hook) throw unknownHook(program);
  const cgroup = openCgroup(program, context);
  try {
    const link = createLink(kernel, { program: program.fd, target: cgroup.fd, type: hook.type });
    return linkOf(kernel, program, [link]);
  } catch (cause) {
    throw explain(program, context, cgroup.path, hook, cause);
  } finally {
    // The link holds the cgroup itself.
    kernel.close(cgroup.fd);
  }
}

function unknownHook({ program, section }: LoadedProgram): TseccError {
  return new TseccError(
    'attach-failed',
    message`attach '${program}' to ${section}: cgroups have no such hook`,
  );
}

function explain(
  program: LoadedProgram,
  { kernel }: AttachContext,
  path: string,
  { since }: CgroupHook,
  cause: unknown,
): TseccError {
  return networkRefusal(program, path, cause, {
    ...(since !== undefined && {
      [errno.EINVAL]: {
        code: 'kernel-cannot',
        reason: message`kernel ${kernel.release} has no such hook (Linux ${since} and later have it)`,
        cure: labCure('newer kernel'),
      },
    }),
    [errno.ENODEV]: { reason: message`the cgroup is gone` },
    [errno.ENOENT]: { reason: message`the cgroup is gone` },
  });
}
