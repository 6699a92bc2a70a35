import type { Kernel } from './types.js';

/** The inode of the first pid namespace: PROC_PID_INIT_INO, include/linux/proc_ns.h. */
const initialPidNamespace = 'pid:[4026531836]';

/** What the kernel writes for a command whose name it has not recorded. */
const unknownCommand = '<...>';

/**
 * The command names of those of these processes or threads of the trace that live, from /proc: of none of them where its
 * pids are not the trace's.
 */
export function livingNames(kernel: Kernel, pids: Iterable<number>): Map<number, string> {
  const names = new Map<number, string>();
  if (!countsAsTrace(kernel)) return names;
  for (const pid of pids) {
    const name = livingName(kernel, pid);
    if (name !== undefined) names.set(pid, name);
  }
  return names;
}

/** The trace counts pids in the first namespace; in a container's /proc the same number is another process. */
function countsAsTrace(kernel: Kernel): boolean {
  try {
    return kernel.readLink('/proc/self/ns/pid') === initialPidNamespace;
  } catch {
    return false;
  }
}

function livingName(kernel: Kernel, pid: number): string | undefined {
  try {
    return kernel.readText(`/proc/${pid}/comm`).replace(/\n$/, '');
  } catch {
    return undefined;
  }
}

/**
 * What the tracer remembers of these processes or threads. While the kernel prints its list, it cannot add to it
 * (saved_cmdlines_start takes the lock that trace_save_cmdline only tries, kernel/trace/trace_sched_switch.c): whoever
 * is switched in that moment stays what it was before.
 */
export function rememberedNames(
  kernel: Kernel,
  tracefs: string,
  pids: ReadonlySet<number>,
): Map<number, string> {
  const names = new Map<number, string>();
  for (const line of rememberedLines(kernel, tracefs)) {
    const blank = line.indexOf(' ');
    const pid = Number(line.slice(0, blank));
    const name = line.slice(blank + 1);
    if (pids.has(pid) && name !== unknownCommand) names.set(pid, name);
  }
  return names;
}

function rememberedLines(kernel: Kernel, tracefs: string): readonly string[] {
  try {
    return kernel.readText(`${tracefs}/saved_cmdlines`).split('\n');
  } catch {
    return [];
  }
}
