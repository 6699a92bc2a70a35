import type { Check } from '../../core/doctor/types.js';
import { message, type Message } from '../../core/message.js';
import { labCure } from '../kernel/lab-cure.js';
import { activeModules, lockdownState } from '../kernel/security.js';
import type { Kernel } from '../kernel/types.js';
import type { DoctorContext, Finding } from './types.js';

/** What the running kernel is, and what it allows: BTF, lockdown, security modules, unprivileged BPF, its compiler. */
export function checkKernel(context: DoctorContext): readonly Check[] {
  const { kernel } = context;
  return [
    { id: 'kernel', title: 'Linux', ...checkRelease(kernel) },
    { id: 'btf', title: 'BTF', ...checkBtf(context) },
    { id: 'lockdown', title: 'lockdown', ...checkLockdown(kernel) },
    { id: 'lsm', title: message`security modules`, ...checkModules(kernel) },
    { id: 'unprivileged', title: 'unprivileged_bpf_disabled', ...checkUnprivileged(kernel) },
    { id: 'jit', title: 'bpf_jit_enable', ...checkJit(kernel) },
  ];
}

/** bpf_printk is an event of its own since 5.9; the oldest kernel that tsecli is tried on. */
const oldest = [5, 10] as const;

function checkRelease({ release }: Kernel): Finding {
  const [major = 0, minor = 0] = release.split(/[.-]/).map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1]))
    return { state: 'ok', detail: release };
  return {
    state: 'limited',
    detail: message`${release} is older than ${oldest.join('.')}, the oldest that tsecli is tried on`,
    cure: labCure('newer kernel'),
  };
}

function checkBtf({ facts, kernel }: DoctorContext): Finding {
  if (facts.types()) return { state: 'ok', detail: '/sys/kernel/btf/vmlinux' };
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} describes no types (built without CONFIG_DEBUG_INFO_BTF)`,
    cure: labCure('kernel'),
  };
}

const lockdowns: Readonly<Record<string, Message>> = {
  integrity: message`integrity: nobody may write to the kernel's memory, or load some kinds of programs`,
  confidentiality: message`confidentiality: nobody may read the kernel's memory, which most programs do`,
};

function checkLockdown(kernel: Kernel): Finding {
  const found = lockdownState(kernel);
  if (found === undefined) return withoutSecurityfs(kernel, '/sys/kernel/security/lockdown');
  const detail = lockdowns[found];
  return detail ? { state: 'limited', detail, cure: labCure('rights') } : { state: 'ok', detail: found };
}

function checkModules(kernel: Kernel): Finding {
  const active = activeModules(kernel);
  if (!active) return withoutSecurityfs(kernel, '/sys/kernel/security/lsm');
  if (active.includes('bpf')) return { state: 'ok', detail: active.join(', ') };
  return {
    state: 'limited',
    detail: message`${active.join(', ')}: without bpf, no program of SEC("lsm/…") runs`,
    cure: labCure('kernel', message`boot it with lsm=${[...active, 'bpf'].join(',')}`),
  };
}

function withoutSecurityfs(kernel: Kernel, path: string): Finding {
  const mounted = kernel.exists('/sys/kernel/security') && kernel.list('/sys/kernel/security').length > 0;
  return {
    state: 'unknown',
    detail: message`'${path}' cannot be read`,
    ...(!mounted && kernel.userId === 0 && { cure: 'mount -t securityfs securityfs /sys/kernel/security' }),
  };
}

const unprivileged: Readonly<Record<string, Message>> = {
  '0': message`0: every user may load programs for sockets`,
  '1': message`1: only users with rights may load programs, until the next start`,
  '2': message`2: only users with rights may load programs`,
};

function checkUnprivileged(kernel: Kernel): Finding {
  const value = readSetting(kernel, '/proc/sys/kernel/unprivileged_bpf_disabled');
  const detail = value === undefined ? undefined : unprivileged[value];
  return detail ? { state: 'ok', detail } : { state: 'unknown' };
}

function checkJit(kernel: Kernel): Finding {
  const value = readSetting(kernel, '/proc/sys/net/core/bpf_jit_enable');
  if (value === undefined) return { state: 'unknown' };
  if (value !== '0') return { state: 'ok', detail: value };
  return {
    state: 'limited',
    detail: message`0: programs are interpreted, and fentry cannot be attached`,
    cure: 'sysctl net.core.bpf_jit_enable=1',
  };
}

function readSetting(kernel: Kernel, path: string): string | undefined {
  try {
    return kernel.readText(path).trim();
  } catch {
    return undefined;
  }
}
