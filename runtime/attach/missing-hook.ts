import { labCure } from '../kernel/lab-cure.js';
import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { kernelFunctions } from '../kernel/kernel-functions.js';
import type { Kernel } from '../kernel/types.js';
import type { AttachPoint } from './types.js';

/** What kernels iterate over (DEFINE_BPF_ITER_FUNC, Linux 5.8 to 6.16): the functions themselves are in no list. */
const iterators = [
  ...[
    'task',
    'task_file',
    'task_vma',
    'bpf_map',
    'bpf_map_elem',
    'bpf_prog',
    'bpf_link',
    'bpf_sk_storage_map',
  ],
  ...['tcp', 'udp', 'unix', 'netlink', 'ipv6_route', 'sockmap', 'ksym', 'cgroup', 'kmem_cache', 'dmabuf'],
];

/**
 * The error for a hook of the security modules, or a kind of iterator, that this kernel has not, with the nearest
 * names; undefined for programs of other kinds.
 */
export function missingHook(point: AttachPoint, kernel: Kernel, cause: unknown): TseccError | undefined {
  if (point.kind === 'lsm' || point.kind === 'lsm_cgroup') {
    return missing(point, kernel, message`LSM hook`, lsmHooks(kernel), cause);
  }
  if (point.kind === 'iter') return missing(point, kernel, message`iterator`, iterators, cause);
  return undefined;
}

/** The kernel has a function of this name for each hook, which BPF programs are attached to. */
function lsmHooks(kernel: Kernel): readonly string[] {
  const prefix = 'bpf_lsm_';
  return kernelFunctions(kernel).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
}

function missing(
  { program, section, target }: AttachPoint,
  { release }: Kernel,
  what: Message,
  names: readonly string[],
  cause: unknown,
): TseccError {
  const near = nearest(target, names);
  const best = near[0];
  const here =
    best === undefined
      ? undefined
      : message`nearest: ${near.join(', ')}; try --attach ${program}=${section.split('/')[0] ?? ''}/${best}`;
  const cure = labCure('kernel', here);
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}': kernel ${release} has no ${what} ${target}`,
    {
      cure,
      cause,
    },
  );
}
