import { littleEndian } from './bpf.js';
import type { Kernel } from './types.js';

/** enum bpf_cmd, include/uapi/linux/bpf.h; called BPF_PROG_TEST_RUN once. */
const BPF_PROG_RUN = 10;

/** Enough for any context that a program reads; the kernel wants at least what it does read. */
const contextSize = 4096;

/** Runs a SEC("syscall") program once, with a context of zeros (Linux ≥ 5.14); gives what it returned. */
export function runProgram(kernel: Kernel, program: number): number {
  const context = new Uint8Array(contextSize);
  const attributes = new DataView(new ArrayBuffer(80));
  attributes.setUint32(0, program, littleEndian);
  attributes.setUint32(40, context.length, littleEndian);
  attributes.setBigUint64(48, kernel.address(context), littleEndian);
  kernel.bpf(BPF_PROG_RUN, new Uint8Array(attributes.buffer), [context]);
  return attributes.getInt32(4, littleEndian);
}
