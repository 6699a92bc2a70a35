import type { Check } from '../../core/doctor/types.js';
import { message, type Phrase } from '../../core/message.js';
import { heldCapabilities, lackingCapabilities } from '../kernel/capabilities.js';
import { labCure } from '../kernel/lab-cure.js';
import { tryProgram } from '../kernel/try-program.js';
import type { Kernel } from '../kernel/types.js';
import { explainRights, explainTrial } from './explain-trial.js';
import type { DoctorContext, Finding } from './types.js';

/** What each capability is for (capabilities(7)). */
const uses: Readonly<Record<string, Phrase>> = {
  CAP_BPF: message`to load programs`,
  CAP_PERFMON: message`to look into the kernel and at processes`,
  CAP_NET_ADMIN: message`for programs at interfaces, sockets and cgroups`,
  CAP_SYS_ADMIN: message`to mount bpffs and tracefs, and for uprobes of all processes`,
  CAP_SYS_RESOURCE: message`to lock memory for maps, on Linux before 5.11`,
};

// enum bpf_prog_type, include/uapi/linux/bpf.h.
const TRACEPOINT = 5;

/** What this process may do: a program is loaded to see, each capability is looked at, and whether this is a container. */
export function checkRights(context: DoctorContext): readonly Check[] {
  const { kernel } = context;
  return [
    { id: 'load', title: message`loading programs`, ...checkLoading(context) },
    ...checkCapabilities(kernel),
    { id: 'container', title: message`container`, ...checkContainer(kernel) },
  ];
}

function checkLoading({ kernel, withoutCalls }: DoctorContext): Finding {
  if (withoutCalls) return { state: 'unknown', detail: withoutCalls };
  const lacking = lackingCapabilities(kernel).filter((name) => name !== 'CAP_NET_ADMIN');
  if (lacking.length > 0) return explainRights(kernel);
  const { errno } = tryProgram(kernel, { type: TRACEPOINT });
  return errno === undefined ? { state: 'ok' } : explainTrial(kernel, errno);
}

function checkCapabilities(kernel: Kernel): readonly Check[] {
  const held = heldCapabilities(kernel);
  const admin = held.has('CAP_SYS_ADMIN');
  const loads = admin || (held.has('CAP_BPF') && held.has('CAP_PERFMON'));
  return Object.entries(uses).map(([name, detail]): Check => {
    const base = { id: `capability:${name}`, title: name };
    if (held.has(name)) return { ...base, state: 'ok', detail };
    // CAP_SYS_ADMIN stands for them (Linux 5.8); memory is accounted otherwise since 5.11.
    const spare = (admin && name !== 'CAP_NET_ADMIN') || name === 'CAP_SYS_RESOURCE';
    if (spare) return { ...base, state: 'limited', detail };
    // Where nothing can be loaded, that is said with its cure already.
    const cure = loads ? labCure('rights', 'run it with sudo') : undefined;
    return { ...base, state: 'missing', detail, cure };
  });
}

/** Files that container engines put into their containers. */
const signs: Readonly<Record<string, string>> = { '/.dockerenv': 'Docker', '/run/.containerenv': 'Podman' };

function checkContainer(kernel: Kernel): Finding {
  const sign = Object.keys(signs).find((path) => kernel.exists(path));
  const engine = sign === undefined ? undefined : signs[sign];
  if (isMapped(kernel)) {
    return {
      state: 'limited',
      detail: message`a user namespace: its root has no rights over the kernel`,
      cure: labCure('rights'),
    };
  }
  if (engine === undefined) return { state: 'ok', detail: message`none seen` };
  return {
    state: 'limited',
    detail: message`${engine}: it sees the processes and interfaces of the container alone`,
  };
}

/** Whether user ids here are not those of the machine (user_namespaces(7)). */
function isMapped(kernel: Kernel): boolean {
  try {
    const [inside, outside, count] = kernel.readText('/proc/self/uid_map').trim().split(/\s+/).map(Number);
    return inside !== 0 || outside !== 0 || count !== 0xffffffff;
  } catch {
    return false;
  }
}
