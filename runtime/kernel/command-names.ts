import type { Kernel } from './types.js';

/** The inode of the first pid namespace: PROC_PID_INIT_INO, include/linux/proc_ns.h. */
const initialPidNamespace = 'pid:[4026531836]';

/** What the kernel writes for a command whose name it has not recorded. */
export const unknownCommand = '<...>';

/**
 * The command names of processes or threads of the trace: from /proc where its pids are the trace's, else from what
 * the tracer remembers of those that are gone. Whom neither knows (yet) is not in the result.
 */
export function commandNames(
  kernel: Kernel,
  tracefs: string,
  pids: ReadonlySet<number>,
): Map<number, string> {
  const names = new Map<number, string>();
  const gone = new Set<number>();
  const ours = countsAsTrace(kernel);
  for (const pid of pids) {
    const name = ours ? livingName(kernel, pid) : undefined;
    if (name === undefined) gone.add(pid);
    else names.set(pid, name);
  }
  if (gone.size > 0) addRemembered(kernel, tracefs, gone, names);
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

function addRemembered(
  kernel: Kernel,
  tracefs: string,
  pids: ReadonlySet<number>,
  names: Map<number, string>,
): void {
  let lines: readonly string[];
  try {
    lines = kernel.readText(`${tracefs}/saved_cmdlines`).split('\n');
  } catch {
    return;
  }
  for (const line of lines) {
    const blank = line.indexOf(' ');
    const pid = Number(line.slice(0, blank));
    const name = line.slice(blank + 1);
    if (pids.has(pid) && name !== unknownCommand) names.set(pid, name);
  }
}
