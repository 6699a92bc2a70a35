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
  return [...new Set(Array.from(readSymbols(kernel).matchAll(functionLine), (match) => match[1] ?? ''))];
}

/**
 * Whether the kernel or a module has a function of this name; undefined where /proc/kallsyms is unreadable. Cheaper
 * than {@link kernelFunctions}, as it makes no list; the file itself takes some 60 ms.
 */
export function functionFinder(kernel: Kernel): (name: string) => boolean | undefined {
  let text: string | undefined;
  return (name) => {
    text ??= readSymbols(kernel);
    if (text === '') return undefined;
    for (let at = text.indexOf(` ${name}`); at >= 0; at = text.indexOf(` ${name}`, at + 1)) {
      const [type = '', end = ''] = [text[at - 1], text[at + name.length + 1]];
      if ('tTwW'.includes(type) && (end === '\n' || end === '\t')) return true;
    }
    return false;
  };
}

function readSymbols(kernel: Kernel): string {
  try {
    return kernel.readText('/proc/kallsyms');
  } catch {
    return '';
  }
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
