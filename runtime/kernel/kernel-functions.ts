import type { Kernel } from './types.js';

/** What compiler, linker and kernel put among the functions: paddings, and tables of system calls in init sections. */
const made = '__pfx_|__cfi_|args__|types__|event_enter__|event_exit__|__syscall_meta__';

/**
 * A line of /proc/kallsyms with a text symbol (t, T, w, W) of the kernel or a module. Loaded BPF programs, our own
 * among them, and ftrace's trampolines stand there as of the modules `bpf` and `__builtin__…`.
 */
const functionLine = new RegExp(
  `^[0-9a-f]+ [tTwW] (?!${made})([A-Za-z0-9_]+)(?:\\t\\[(?!bpf\\]|__builtin__)[^\\]]+\\])?$`,
  'gm',
);

/**
 * Names of the kernel's own functions and its modules', from /proc/kallsyms, without those that nobody wrote.
 * Empty where the file is unreadable. Some 100,000 names: for explaining a failure only.
 */
export function kernelFunctions(kernel: Kernel): readonly string[] {
  let text: string;
  try {
    text = kernel.readText('/proc/kallsyms');
  } catch {
    return [];
  }
  return [...new Set(Array.from(text.matchAll(functionLine), (match) => match[1] ?? ''))];
}

/** Whether the kernel has a global function, by /proc/kallsyms; false where that is unreadable. */
export function hasKernelFunction(kernel: Kernel, name: string): boolean {
  try {
    return kernel.readText('/proc/kallsyms').includes(` T ${name}\n`);
  } catch {
    return false;
  }
}

/** Names of tracepoints as `category/name`, from tracefs; empty where they are unreadable. */
export function kernelTracepoints(kernel: Kernel, tracefs: string): readonly string[] {
  try {
    return kernel
      .readText(`${tracefs}/available_events`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(':', '/'));
  } catch {
    return [];
  }
}
