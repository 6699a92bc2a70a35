import type { Check, CheckGroup } from '../../core/doctor/types.js';
import { message } from '../../core/message.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { kernelFacts } from '../kernel/kernel-facts.js';
import { readKernelTypeIds, type KernelTypeIds } from '../kernel/kernel-type-ids.js';
import { labVariable } from '../kernel/lab-cure.js';
import { mountPoints } from '../kernel/mounts.js';
import type { Kernel } from '../kernel/types.js';
import { checkConfig } from './config.js';
import { checkHelpers } from './helpers.js';
import { checkKernel } from './kernel.js';
import { checkKinds } from './kinds.js';
import { checkLab } from './lab.js';
import { checkMounts } from './mounts.js';
import { checkPackage } from './package.js';
import { checkRights } from './rights.js';
import { findTools } from './tools.js';
import type { DoctorContext } from './types.js';

/**
 * Looks at everything, or with a package at what comes before its programs. Changes nothing: what is loaded to see whether
 * it can be is gone at once, and nothing is mounted.
 */
export async function examine(
  kernel: Kernel,
  env: DoctorContext['env'],
  opened: OpenedPackage | undefined,
): Promise<readonly CheckGroup[]> {
  const { context, tools } = await doctorContext(kernel, env);
  const base: readonly CheckGroup[] = [
    { id: 'kernel', title: message`Kernel`, checks: checkKernel(context) },
    { id: 'rights', title: message`Rights`, checks: checkRights(context) },
    { id: 'mounts', title: message`Mounts`, checks: checkMounts(kernel) },
    { id: 'tools', title: message`Tools`, checks: tools },
    // There is none in the lab itself.
    ...(env[labVariable] === undefined ? [{ id: 'lab', title: message`Lab`, checks: checkLab(env) }] : []),
  ];
  if (opened)
    return [...base, { id: 'package', title: message`Package`, checks: checkPackage(opened, context) }];
  return [
    ...base,
    { id: 'config', title: message`Configuration`, checks: checkConfig(kernel), gathered: true },
    { id: 'kinds', title: message`Kinds of programs`, checks: checkKinds(context), gathered: true },
    { id: 'helpers', title: message`Helpers`, checks: checkHelpers(context), gathered: true },
  ];
}

/** What checks are made from, and those of the tools, which it takes to know. */
export async function doctorContext(
  kernel: Kernel,
  env: DoctorContext['env'],
): Promise<{ readonly context: DoctorContext; readonly tools: readonly Check[] }> {
  const { checks: tools, bpftool, withoutCalls } = await findTools(kernel, env);
  const context: DoctorContext = {
    kernel,
    facts: kernelFacts(kernel, () => placeOfTracefs(kernel)),
    env,
    typeIds: lazily(() => readKernelTypeIds(kernel)),
    bpftool,
    withoutCalls,
  };
  return { context, tools };
}

/** Where tracefs is not mounted, its tracepoints cannot be known: who asks takes them for there. */
function placeOfTracefs(kernel: Kernel): string {
  const [place] = mountPoints(kernel, 'tracefs');
  if (place === undefined) throw new Error('tracefs is not mounted');
  kernel.list(`${place}/events`);
  return place;
}

function lazily(read: () => KernelTypeIds | undefined): () => KernelTypeIds | undefined {
  let known: { readonly ids: KernelTypeIds | undefined } | undefined;
  return () => (known ??= { ids: read() }).ids;
}
