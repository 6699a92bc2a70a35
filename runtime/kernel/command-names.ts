import type { Kernel } from './types.js';

/** The inode of the first pid namespace: PROC_PID_INIT_INO, include/linux/proc_ns.h. */
const initialPidNamespace = 'pid:[4026531836]';

/**
 * The command name of a process or thread that the trace wrote as `<...>`: from /proc where its pids are the trace's,
 * else from what the tracer remembers of processes that are gone. Undefined when neither knows it (yet).
 */
export function commandName(kernel: Kernel, tracefs: string, pid: number): string | undefined {
  return living(kernel, pid) ?? remembered(kernel, tracefs, pid);
}

function living(kernel: Kernel, pid: number): string | undefined {
  try {
    // The trace counts pids in the first namespace; in a container's /proc the same number is another process.
    if (kernel.readLink('/proc/self/ns/pid') !== initialPidNamespace) return undefined;
    return kernel.readText(`/proc/${pid}/comm`).replace(/\n$/, '');
  } catch {
    return undefined;
  }
}

function remembered(kernel: Kernel, tracefs: string, pid: number): string | undefined {
  try {
    const lines = kernel.readText(`${tracefs}/saved_cmdlines`).split('\n');
    return lines.find((line) => line.startsWith(`${pid} `))?.slice(`${pid} `.length);
  } catch {
    return undefined;
  }
}
