import { littleEndian } from './bpf.js';
import { errnoOf } from './errno.js';
import type { Kernel } from './types.js';

// enum bpf_cmd and flags, include/uapi/linux/bpf.h.
const BPF_PROG_LOAD = 5;
const BPF_F_SLEEPABLE = 1 << 4;

/** A program of two instructions, as the kernel has to know it. */
export interface TrialProgram {
  /** enum bpf_prog_type. */
  readonly type: number;
  /** enum bpf_attach_type, where the kernel wants to know it when it loads; for struct_ops the member's number. */
  readonly attachType?: number | undefined;
  /** Id in the kernel's BTF of what it is bound to. */
  readonly typeId?: number | undefined;
  readonly sleepable?: boolean | undefined;
  /** A helper that it calls, by number, with no arguments: the verifier refuses that one way or another. */
  readonly helper?: number | undefined;
}

/** What became of it: `errno` is undefined where it was loaded. */
export interface Trial {
  readonly errno: number | undefined;
  /** The verifier's log. */
  readonly log: string;
}

/**
 * Loads a program that returns 0, gives it to `use`, and unloads it: what the kernel says of a kind of program is known
 * for sure only so. Throws what `use` throws, and what is no answer of the kernel.
 */
export function tryProgram(kernel: Kernel, program: TrialProgram, use?: (fd: number) => void): Trial {
  const log = new Uint8Array(16 * 1024);
  let fd: number;
  try {
    fd = load(kernel, program, log);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    return { errno, log: textOf(log) };
  }
  try {
    use?.(fd);
    return { errno: undefined, log: textOf(log) };
  } finally {
    kernel.close(fd);
  }
}

function load(kernel: Kernel, program: TrialProgram, log: Uint8Array): number {
  const code = codeOf(program);
  // Helpers for tracing are there for licences compatible with the GPL only.
  const license = Buffer.from('Dual BSD/GPL\0');
  const attributes = new DataView(new ArrayBuffer(120));
  attributes.setUint32(0, program.type, littleEndian);
  attributes.setUint32(4, code.length / 8, littleEndian);
  attributes.setBigUint64(8, kernel.address(code), littleEndian);
  attributes.setBigUint64(16, kernel.address(license), littleEndian);
  attributes.setUint32(24, 1, littleEndian);
  attributes.setUint32(28, log.length, littleEndian);
  attributes.setBigUint64(32, kernel.address(log), littleEndian);
  attributes.setUint32(44, program.sleepable ? BPF_F_SLEEPABLE : 0, littleEndian);
  attributes.setUint32(68, program.attachType ?? 0, littleEndian);
  attributes.setUint32(108, program.typeId ?? 0, littleEndian);
  return kernel.bpf(BPF_PROG_LOAD, new Uint8Array(attributes.buffer), [code, license, log]);
}

/** `r0 = 0` or `call helper`, then `exit` (Documentation/bpf/standardization/instruction-set.rst). */
function codeOf({ helper }: TrialProgram): Uint8Array {
  const code = new DataView(new ArrayBuffer(16));
  code.setUint8(0, helper === undefined ? 0xb7 : 0x85);
  code.setInt32(4, helper ?? 0, littleEndian);
  code.setUint8(8, 0x95);
  return new Uint8Array(code.buffer);
}

function textOf(log: Uint8Array): string {
  const end = log.indexOf(0);
  return Buffer.from(log.subarray(0, end < 0 ? log.length : end)).toString('utf8');
}
