import { ET_DYN } from '../../../core/elf/constants.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { addressInProcess } from '../../kernel/process-facts.js';
import type { Binary } from '../binary/types.js';
import type { AttachContext, LoadedProgram } from '../types.js';
import type { ProbePlace } from './find-probes.js';

/**
 * The address at which a probe fires: its own in an executable of fixed addresses; in others, and in libraries, where
 * the process has them, which --pid must name. Only for kernels before 5.15, where a program knows nothing else.
 */
export function probeAddress(
  program: LoadedProgram,
  { kernel, options }: AttachContext,
  { elf, path }: Binary,
  { probe, offset }: ProbePlace,
): bigint {
  if (elf.type !== ET_DYN) return BigInt(probe.address);
  const { pid } = options;
  if (pid === undefined) {
    throw new TseccError(
      'kernel-cannot',
      message`attach '${program.program}' to ${program.section}: kernel ${kernel.release} cannot tell the arguments of probes in every process (Linux 5.15)`,
      { cure: message`name one process with --pid` },
    );
  }
  const address = addressInProcess(kernel, pid, path, offset);
  if (address !== undefined) return address;
  throw new TseccError(
    'attach-failed',
    message`attach '${program.program}' to ${program.section}: process ${pid} does not use ${path}`,
    { cure: message`name a process that does with --pid` },
  );
}
