import { arch } from 'node:process';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** The system calls that are made by number, since libc has no function for them (or an old libc has none). */
export interface SyscallNumbers {
  readonly bpf: number;
  readonly perfEventOpen: number;
  readonly memfdCreate: number;
}

/** By Node's name of the architecture. arch/x86/entry/syscalls/syscall_64.tbl; include/uapi/asm-generic/unistd.h. */
const numbers: Readonly<Record<string, SyscallNumbers>> = {
  x64: { bpf: 321, perfEventOpen: 298, memfdCreate: 319 },
  arm64: { bpf: 280, perfEventOpen: 241, memfdCreate: 279 },
  riscv64: { bpf: 280, perfEventOpen: 241, memfdCreate: 279 },
};

/** The numbers for an architecture; throws `kernel-cannot` for one that the table does not hold. */
export function syscallNumbers(architecture: string = arch): SyscallNumbers {
  const found = Object.hasOwn(numbers, architecture) ? numbers[architecture] : undefined;
  if (found) return found;
  throw new TseccError(
    'kernel-cannot',
    message`call the kernel: no system call numbers known for ${architecture}`,
    {
      cure: message`known are ${Object.keys(numbers).join(', ')}`,
    },
  );
}
