import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { describeCause, errno, errnoOf, isPermissionError } from './errno.js';
import type { Kernel } from './types.js';
import { ensureMounted, mountPoints } from './mounts.js';
import { createOwnedDirectory, sweepDirectories } from './owned-directory.js';
import { labCure } from './lab-cure.js';

/** A trace buffer of our own: it gets every bpf_printk line and takes none from the global trace pipe. */
export interface TraceInstance {
  /** Descriptor of its trace_pipe, non-blocking. */
  readonly pipe: number;
  /** The tracefs it lies in. */
  readonly tracefs: string;
  /** The instance's directory. */
  readonly directory: string;
  /** Closes the pipe and removes the instance. Twice is harmless. */
  readonly remove: () => void;
}

const prefix = 'tsecli-';

/** Where tracefs is mounted; it is mounted when it is not. */
export function ensureTracefs(kernel: Kernel): string {
  return ensureMounted(kernel, { type: 'tracefs', path: '/sys/kernel/tracing', option: 'CONFIG_FTRACE' });
}

/**
 * Makes a private tracefs instance in which only bpf_printk is recorded, with command names (Linux ≥ 5.9: earlier
 * ones have no such event and throw `kernel-cannot`); `bufferSize` are bytes for each processor.
 */
export async function createTraceInstance(
  kernel: Kernel,
  name: string,
  bufferSize?: number,
): Promise<TraceInstance> {
  const tracefs = ensureTracefs(kernel);
  try {
    requirePrintkEvent(kernel, tracefs);
    return await openInstance(kernel, tracefs, name, bufferSize);
  } catch (cause) {
    if (!isPermissionError(cause)) throw cause;
    throw new TseccError(
      'not-permitted',
      message`make a trace instance in '${tracefs}': ${describeCause(cause)}`,
      {
        cure: labCure('rights', message`run as root`),
        cause,
      },
    );
  }
}

/**
 * Removes the trace instances that dead runs left; gives their directories. Where tracefs is not mounted, or not
 * ours to read, there is nothing to sweep.
 */
export async function sweepTraceInstances(kernel: Kernel): Promise<readonly string[]> {
  const [tracefs] = mountPoints(kernel, 'tracefs');
  if (tracefs === undefined) return [];
  const isOurs = (name: string): boolean => name.startsWith(prefix);
  const remove = (path: string): void => removeInstance(kernel, path);
  try {
    return await sweepDirectories(kernel, `${tracefs}/instances`, isOurs, remove);
  } catch (error) {
    if (isPermissionError(error)) return [];
    throw error;
  }
}

function requirePrintkEvent(kernel: Kernel, tracefs: string): void {
  // Asking the instances directory first tells "may not look" from "is not there".
  kernel.list(`${tracefs}/instances`);
  if (kernel.exists(`${tracefs}/events/bpf_trace/bpf_trace_printk`)) return;
  throw new TseccError(
    'kernel-cannot',
    message`read bpf_printk: kernel ${kernel.release} has no trace event bpf_trace_printk (Linux 5.9 and later have it)`,
    { cure: labCure('kernel') },
  );
}

async function openInstance(
  kernel: Kernel,
  tracefs: string,
  name: string,
  bufferSize: number | undefined,
): Promise<TraceInstance> {
  const remove = (path: string): void => removeInstance(kernel, path);
  const directory = await createOwnedDirectory(kernel, `${tracefs}/instances`, `${prefix}${name}`, remove);
  try {
    setOptions(kernel, directory.path);
    if (bufferSize !== undefined) resize(kernel, directory.path, bufferSize);
    const pipe = kernel.open(`${directory.path}/trace_pipe`);
    try {
      kernel.writeText(`${directory.path}/events/bpf_trace/bpf_trace_printk/enable`, '1');
    } catch (error) {
      kernel.close(pipe);
      throw error;
    }
    return {
      pipe,
      tracefs,
      directory: directory.path,
      remove: once(() => closeInstance(kernel, pipe, directory.remove)),
    };
  } catch (error) {
    directory.remove();
    throw error;
  }
}

/**
 * How lines are to look, whatever somebody has set in the global trace, from which an instance takes its settings:
 * with command names (else every one would read `<...>`), flags and time, without thread group ids.
 */
const options = {
  'record-cmd': '1',
  'record-tgid': '0',
  'context-info': '1',
  'irq-info': '1',
  'latency-format': '0',
};

function setOptions(kernel: Kernel, instance: string): void {
  for (const [option, value] of Object.entries(options)) {
    const path = `${instance}/options/${option}`;
    // Kernels that have no such switch for an instance take the global one.
    if (kernel.exists(path)) kernel.writeText(path, value);
  }
}

function resize(kernel: Kernel, instance: string, bytes: number): void {
  try {
    kernel.writeText(`${instance}/buffer_size_kb`, String(Math.ceil(bytes / 1024)));
  } catch (cause) {
    if (isPermissionError(cause)) throw cause;
    throw new TseccError(
      'kernel-cannot',
      message`give the trace a buffer of ${bytes} bytes for each processor: ${describeCause(cause)}`,
      { cure: message`a smaller --buffer-size`, cause },
    );
  }
}

function closeInstance(kernel: Kernel, pipe: number, remove: () => void): void {
  // An instance that somebody reads is busy.
  kernel.close(pipe);
  remove();
}

function removeInstance(kernel: Kernel, path: string): void {
  try {
    kernel.removeDirectory(path);
  } catch (error) {
    // Someone looks into it at this moment: the next sweep takes it.
    if (errnoOf(error) !== errno.EBUSY && errnoOf(error) !== errno.ENOENT) throw error;
  }
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    run();
  };
}
