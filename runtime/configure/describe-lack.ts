import { parseSection } from '../../core/object/program-kinds.js';
import type { ProgramKind } from '../../core/object/section-table.js';
import type { KernelFacts } from '../kernel/kernel-facts.js';
import { message, type Phrase } from '../../core/message.js';

/** What the kernel lacks for a target, in words that go on from "kernel 6.1 "; undefined where it seems to have it. */
type Lack = (target: string, kernel: KernelFacts) => Phrase | undefined;

/**
 * What can be told before loading, by kind; what attaching needs beside it shows when it is tried. Kinds that every
 * kernel since 5.10 has, or that hang on no thing of the kernel, have no row.
 */
const lacks: Partial<Record<ProgramKind, Lack>> = {
  kprobe: probedFunction,
  kretprobe: probedFunction,
  ksyscall: systemCall,
  kretsyscall: systemCall,
  'kprobe.multi': noProbes,
  'kretprobe.multi': noProbes,
  'kprobe.session': attachType('BPF_TRACE_KPROBE_SESSION'),
  'uprobe.session': attachType('BPF_TRACE_UPROBE_SESSION'),
  tracepoint: (name, kernel) => (kernel.hasTracepoint(name) ? undefined : message`has no tracepoint ${name}`),
  raw_tp: rawTracepoint,
  'raw_tp.w': rawTracepoint,
  tp_btf: typed(rawTracepoint),
  fentry: typed(describedFunction),
  fexit: typed(describedFunction),
  fmod_ret: typed(describedFunction),
  lsm: typed(lsmHook),
  lsm_cgroup: typed((hook, kernel) => lsmHook(hook, kernel) ?? attachType('BPF_LSM_CGROUP')(hook, kernel)),
  iter: typed((name, kernel) =>
    describedFunction(`bpf_iter_${name}`, kernel) ? message`has no iterator ${name}` : undefined,
  ),
  netfilter: attachType('BPF_NETFILTER'),
  netkit: attachType('BPF_NETKIT_PRIMARY'),
};

/** What sets probes of a kind all at once. Where the kernel lacks it, they are set one by one. */
const atOnce: Partial<Record<ProgramKind, Lack>> = {
  'kprobe.multi': attachType('BPF_TRACE_KPROBE_MULTI'),
  'kretprobe.multi': attachType('BPF_TRACE_KPROBE_MULTI'),
  'uprobe.multi': attachType('BPF_TRACE_UPROBE_MULTI'),
  'uretprobe.multi': attachType('BPF_TRACE_UPROBE_MULTI'),
};

/** Whether a kind's probes have to be set one by one. */
export function isOneByOne(kind: ProgramKind, kernel: KernelFacts): boolean {
  return atOnce[kind]?.('', kernel) !== undefined;
}

/**
 * Why the kernel has no place for a section such as `kprobe/do_unlinkat`, as words that go on from "kernel 6.1 ";
 * undefined where it has one as far as can be told without trying.
 */
export function describeLack(section: string, kernel: KernelFacts): Phrase | undefined {
  const parsed = parseSection(section);
  if (parsed.kind === 'unknown' || parsed.kind === 'incomplete') return undefined;
  return lacks[parsed.kind]?.(parsed.target ?? '', kernel);
}

function noProbes(_: string, kernel: KernelFacts): Phrase | undefined {
  return kernel.hasProbes() ? undefined : message`was built without kprobes (CONFIG_KPROBES)`;
}

function probedFunction(name: string, kernel: KernelFacts): Phrase | undefined {
  return noProbes(name, kernel) ?? (kernel.hasFunction(name) ? undefined : message`has no function ${name}`);
}

/** What the entry of a system call is called: by architecture. */
const entries = ['__x64_sys_', '__arm64_sys_', '__riscv_sys_', '__s390x_sys_', '__se_sys_'];

function systemCall(name: string, kernel: KernelFacts): Phrase | undefined {
  const blind = noProbes(name, kernel);
  if (blind !== undefined) return blind;
  const found = entries.some((entry) => kernel.hasFunction(`${entry}${name}`));
  return found ? undefined : message`has no system call ${name}`;
}

function rawTracepoint(name: string, kernel: KernelFacts): Phrase | undefined {
  return kernel.hasRawTracepoint(name) ? undefined : message`has no tracepoint ${name}`;
}

function describedFunction(name: string, kernel: KernelFacts): Phrase | undefined {
  return kernel.types()?.hasFunction(name) ? undefined : message`has no function ${name} in its BTF`;
}

/** Each hook of the security modules has a function of its own for BPF (include/linux/bpf_lsm.h). */
function lsmHook(name: string, kernel: KernelFacts): Phrase | undefined {
  return kernel.types()?.hasFunction(`bpf_lsm_${name}`) ? undefined : message`has no LSM hook ${name}`;
}

/** A kind whose programs are bound to types when they are loaded. */
function typed(lack: Lack): Lack {
  return (target, kernel) =>
    kernel.types() ? lack(target, kernel) : message`describes no types (CONFIG_DEBUG_INFO_BTF)`;
}

/** A kind that came with an attach type: its name stands in the BTF, as enum bpf_attach_type is used in the kernel. */
function attachType(enumerator: string): Lack {
  return (_, kernel) =>
    (kernel.types()?.hasName(enumerator) ?? true)
      ? undefined
      : message`does not know such programs (${enumerator})`;
}
