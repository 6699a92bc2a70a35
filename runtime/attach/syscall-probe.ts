import { arch } from 'node:process';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { kernelFunctions } from '../kernel/kernel-functions.js';
import { attachKprobe } from './kprobe.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/**
 * What the kernel's entry of a system call is called where it takes its arguments from a struct pt_regs
 * (CONFIG_ARCH_HAS_SYSCALL_WRAPPER), by Node's name of the architecture; __SYSCALL_DEFINEx of asm/syscall_wrapper.h.
 */
const wrappers: Readonly<Record<string, string>> = {
  x64: '__x64_sys_',
  arm64: '__arm64_sys_',
  riscv64: '__riscv_sys_',
  s390x: '__s390x_sys_',
};

/** The entry on other architectures, and on riscv before Linux 6.6. */
const plainEntry = '__se_sys_';

/** Attaches a kprobe to the kernel's entry of a system call, `ksyscall/unlinkat`; a kretprobe to its return. */
export function attachSyscallProbe(
  program: LoadedProgram,
  context: AttachContext,
  architecture: string = arch,
): Link {
  const functions = new Set(kernelFunctions(context.kernel));
  const prefixes = [wrappers[architecture], plainEntry].filter((prefix) => prefix !== undefined);
  // Without a readable list of functions the kernel itself has to say whether there is one.
  const entry =
    prefixes.map((prefix) => prefix + program.target).find((name) => functions.has(name)) ??
    (functions.size === 0 ? (prefixes[0] ?? plainEntry) + program.target : undefined);
  if (entry === undefined) throw missingCall(program, context.kernel.release, functions, prefixes);
  const kind = program.kind === 'kretsyscall' ? 'kretprobe' : 'kprobe';
  return attachKprobe({ ...program, kind, target: entry }, context);
}

function missingCall(
  { program, section, target }: LoadedProgram,
  release: string,
  functions: ReadonlySet<string>,
  prefixes: readonly string[],
): TseccError {
  const calls = [...functions].flatMap((name) => {
    const prefix = prefixes.find((candidate) => name.startsWith(candidate));
    return prefix === undefined ? [] : [name.slice(prefix.length)];
  });
  const near = nearest(target, calls);
  const [prefix = ''] = section.replace(/^\?/, '').split('/');
  return new TseccError(
    'kernel-cannot',
    target === ''
      ? message`attach '${program}' to ${section}: kernel ${release} has no system call without a name`
      : message`attach '${program}' to ${section}: kernel ${release} has no system call ${target}`,
    {
      cure:
        near[0] === undefined
          ? message`a name as in ${prefix}/unlinkat is wanted`
          : message`nearest: ${near.join(', ')}; try --attach ${program}=${prefix}/${near[0]}`,
    },
  );
}
