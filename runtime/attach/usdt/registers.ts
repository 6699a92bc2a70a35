import { EM_AARCH64, EM_X86_64 } from '../../../core/elf/constants.js';

/** Byte offset of a register in the struct pt_regs that a BPF program gets; undefined for one that is not in it. */
export function registerOffset(machine: number, name: string): number | undefined {
  if (machine === EM_X86_64) return x86Offsets.get(name);
  if (machine === EM_AARCH64) return armOffset(name);
  return undefined;
}

/** Fields of struct pt_regs in their order, 8 bytes each, arch/x86/include/asm/ptrace.h. Empty: no argument is there. */
const x86Fields = [
  ...['r15', 'r14', 'r13', 'r12', 'bp', 'bx', 'r11', 'r10', 'r9', 'r8'],
  ...['ax', 'cx', 'dx', 'si', 'di', '', 'ip', '', '', 'sp'],
];

const x86Offsets = new Map(
  x86Fields.flatMap((field, index) => x86Names(field).map((name) => [name, index * 8] as const)),
);

/** All names of a register by the width that is meant: rax, eax, ax, al; r8, r8d, r8w, r8b. */
function x86Names(field: string): readonly string[] {
  if (field === '') return [];
  if (/^r\d/.test(field)) return [field, `${field}d`, `${field}w`, `${field}b`];
  const low = field.endsWith('x') ? `${field[0]}l` : `${field}l`;
  return field === 'ip' ? ['rip', 'eip'] : [`r${field}`, `e${field}`, field, low];
}

/** struct user_pt_regs, arch/arm64/include/uapi/asm/ptrace.h: x0 to x30, sp, pc. */
function armOffset(name: string): number | undefined {
  if (name === 'sp') return 31 * 8;
  const number = /^[xw](\d{1,2})$/.exec(name)?.[1];
  return number === undefined || Number(number) > 30 ? undefined : Number(number) * 8;
}
