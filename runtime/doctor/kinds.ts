import type { Check } from '../../core/doctor/types.js';
import { message } from '../../core/message.js';
import { sectionTable, type ProgramKind } from '../../core/object/section-table.js';
import { unattachable } from '../attach/unattachable.js';
import { installCure } from '../bpftool/install-cure.js';
import { newerLinux } from '../kernel/kind-versions.js';
import { describeLack, isOneByOne } from '../configure/describe-lack.js';
import { lackingCapabilities } from '../kernel/capabilities.js';
import { errno } from '../kernel/errno.js';
import { labCure } from '../kernel/lab-cure.js';
import { mountPoints } from '../kernel/mounts.js';
import { probePmu } from '../kernel/probe-pmu.js';
import { activeModules } from '../kernel/security.js';
import type { Kernel } from '../kernel/types.js';
import { explainRights, explainTrial } from './explain-trial.js';
import { kindTrials, type KindTrial } from './kind-trials.js';
import { tryKind } from './try-kind.js';
import type { DoctorContext, Finding } from './types.js';

/** A check for each kind of program that sections make: whether it can be loaded and attached here. */
export function checkKinds(context: DoctorContext): readonly Check[] {
  const kinds = [...new Set(sectionTable.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ id: `kind:${kind}`, title: kind, ...checkKind(kind, context) }));
}

/** Whether programs of a kind can be loaded and attached here: found by trying, where nothing is known against it. */
export function checkKind(kind: ProgramKind, context: DoctorContext): Finding {
  const trial = kindTrials[kind];
  const refused = unattachable(kind, kind);
  if (!trial || refused) return { state: 'limited', detail: refused?.reason, cure: refused?.cure };
  for (const known of obstacles) {
    const found = known(kind, trial, context);
    if (found) return found;
  }
  const { kernel } = context;
  const failed = tryKind(context, trial);
  if (failed === undefined) return { state: 'ok' };
  if (trial.attach !== 'many' && trial.attach !== 'session') return explainTrial(kernel, failed);
  return (trial.attach === 'many' && oneByOne(context)) || withoutLinks(kernel, failed);
}

/** What is known against a kind before anything is tried, in the order in which it is to be said. */
type Obstacle = (kind: ProgramKind, trial: KindTrial, context: DoctorContext) => Finding | undefined;

const obstacles: readonly Obstacle[] = [
  lackingKind,
  lackingPlace,
  withoutUprobes,
  withoutLsm,
  withoutCgroups,
  olderBpftool,
  withoutCalls,
  withoutRights,
];

function lackingKind(kind: ProgramKind, _: KindTrial, { kernel }: DoctorContext): Finding | undefined {
  const wanted = newerLinux(kind, kernel.release);
  if (wanted === undefined) return undefined;
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} has no ${kind} programs (Linux ${wanted})`,
    cure: labCure('newer kernel'),
  };
}

function lackingPlace(kind: ProgramKind, trial: KindTrial, context: DoctorContext): Finding | undefined {
  const { facts, kernel } = context;
  if (isOneByOne(kind, facts)) {
    const found = checkKind(kind.startsWith('k') ? 'kprobe' : 'uprobe', context);
    return found.state === 'ok' ? fewAtOnce : found;
  }
  const lack = describeLack(trial.section, facts);
  if (lack === undefined) return undefined;
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} ${lack}`,
    cure: labCure('kernel'),
  };
}

const fewAtOnce: Finding = {
  state: 'limited',
  detail: message`this kernel has no probes for many at once: they are set one by one`,
};

/** What kernels answer that have no links for many kernel probes (CONFIG_FPROBE). */
function withoutLinks(kernel: Kernel, number: number): Finding {
  if (number !== errno.EOPNOTSUPP && number !== errno.EINVAL) return explainTrial(kernel, number);
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} was built without probes for many functions (CONFIG_FPROBE)`,
    cure: labCure('kernel'),
  };
}

function oneByOne(context: DoctorContext): Finding | undefined {
  return checkKind('kprobe', context).state === 'ok' ? fewAtOnce : undefined;
}

function withoutUprobes(kind: ProgramKind, _: KindTrial, { kernel }: DoctorContext): Finding | undefined {
  if (!/^(?:uprobe|uretprobe|usdt)/.test(kind) || probePmu(kernel, 'uprobe')) return undefined;
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} was built without uprobes (CONFIG_UPROBE_EVENTS)`,
    cure: labCure('kernel'),
  };
}

function withoutLsm(kind: ProgramKind, _: KindTrial, { kernel }: DoctorContext): Finding | undefined {
  const active = kind === 'lsm' || kind === 'lsm_cgroup' ? activeModules(kernel) : undefined;
  if (!active || active.includes('bpf')) return undefined;
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} runs without the security module bpf`,
    cure: labCure('kernel', message`boot it with lsm=${[...active, 'bpf'].join(',')}`),
  };
}

const ofCgroups: ReadonlySet<ProgramKind> = new Set(['cgroup', 'sockops', 'lsm_cgroup']);

function withoutCgroups(kind: ProgramKind, _: KindTrial, { kernel }: DoctorContext): Finding | undefined {
  if (!ofCgroups.has(kind) || mountPoints(kernel, 'cgroup2').length > 0) return undefined;
  return {
    state: 'missing',
    detail: message`cgroups of version 2 are mounted nowhere`,
    cure: labCure('kernel', 'mount -t cgroup2 cgroup2 /sys/fs/cgroup'),
  };
}

/** The bpftool that knows a kind's sections, where 7.1 does not: their libbpf is 1.3, 1.5 and 1.6. */
const bpftoolSince: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  netfilter: [7, 3],
  'kprobe.session': [7, 5],
  'uprobe.session': [7, 6],
};

function olderBpftool(kind: ProgramKind, _: KindTrial, context: DoctorContext): Finding | undefined {
  const { kernel, bpftool } = context;
  if (bpftool === undefined) {
    return {
      state: 'missing',
      detail: message`programs are loaded by bpftool, which is missing`,
      cure: installCure(kernel),
    };
  }
  const wanted = bpftoolSince[kind];
  const [major = 0, minor = 0] = bpftool.split('.').map(Number);
  if (!wanted || major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return undefined;
  return {
    state: 'missing',
    detail: message`bpftool ${bpftool} does not know such programs`,
    cure: message`install bpftool ${wanted.join('.')} or later`,
  };
}

function withoutCalls(_: ProgramKind, _trial: KindTrial, context: DoctorContext): Finding | undefined {
  return context.withoutCalls === undefined ? undefined : { state: 'unknown', detail: context.withoutCalls };
}

function withoutRights(_: ProgramKind, _trial: KindTrial, { kernel }: DoctorContext): Finding | undefined {
  const lacking = lackingCapabilities(kernel).filter((name) => name !== 'CAP_NET_ADMIN');
  return lacking.length > 0 ? explainRights(kernel) : undefined;
}
