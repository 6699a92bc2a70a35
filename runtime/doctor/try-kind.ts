import { openRawTracepoint } from '../kernel/bpf.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent, openProbeEvent } from '../kernel/perf-event.js';
import { createIteratorLink, createKprobeMultiLink } from '../kernel/probe-links.js';
import { probePmu } from '../kernel/probe-pmu.js';
import { tryProgram } from '../kernel/try-program.js';
import type { Kernel } from '../kernel/types.js';
import { idleFunction, type KindTrial } from './kind-trials.js';
import type { DoctorContext } from './types.js';

/**
 * Loads the smallest program of a kind, attaches it for a moment where the trial says so, and takes it away again.
 * Gives the errno of what failed; undefined where all of it worked.
 */
export function tryKind({ kernel, typeIds }: DoctorContext, trial: KindTrial): number | undefined {
  const { target } = trial;
  const typeId = target && typeIds()?.(target.kind, target.name);
  if (target && typeId === undefined) return errno.ENOENT;
  try {
    return tryProgram(kernel, { ...trial, typeId }, (fd) => attach(kernel, fd, trial)).errno;
  } catch (error) {
    const number = errnoOf(error);
    if (number === undefined) throw error;
    return number;
  }
}

function attach(kernel: Kernel, program: number, { attach: way, section }: KindTrial): void {
  if (way === undefined) return;
  for (const fd of links[way](kernel, program, section)) kernel.close(fd);
}

type Way = NonNullable<KindTrial['attach']>;

/** Gives the descriptors that hold the program there. */
const links: Readonly<Record<Way, (kernel: Kernel, program: number, section: string) => readonly number[]>> =
  {
    kprobe: (kernel, program) => probe(kernel, program, false),
    kretprobe: (kernel, program) => probe(kernel, program, true),
    many: (kernel, program) => [createKprobeMultiLink(kernel, program, [idleAddress(kernel)], 'entry')],
    session: (kernel, program) => [createKprobeMultiLink(kernel, program, [idleAddress(kernel)], 'session')],
    trampoline: (kernel, program) => [openRawTracepoint(kernel, program)],
    iterator: (kernel, program) => [createIteratorLink(kernel, program, undefined)],
    'raw tracepoint': (kernel, program, section) => [
      openRawTracepoint(kernel, program, section.slice(section.indexOf('/') + 1)),
    ],
  };

function probe(kernel: Kernel, program: number, atReturn: boolean): readonly number[] {
  const pmu = probePmu(kernel);
  // Kernels without kprobes have been told from others before anything is tried.
  if (!pmu) return [];
  const config = atReturn ? pmu.returnConfig : 0n;
  const event = openProbeEvent(kernel, { type: pmu.type, config, functionName: idleFunction, offset: 0 });
  return attachToPerfEvent(kernel, program, event);
}

/** 0, which the kernel refuses, where /proc/kallsyms does not tell. */
function idleAddress(kernel: Kernel): bigint {
  const line = new RegExp(`^([0-9a-f]+) [tT] ${idleFunction}$`, 'm').exec(kernel.readText('/proc/kallsyms'));
  return BigInt(`0x${line?.[1] ?? '0'}`);
}
