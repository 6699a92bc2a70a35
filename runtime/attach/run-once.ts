import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { describeErrno } from '../kernel/errno.js';
import { runProgram } from '../kernel/run-program.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Runs a SEC("syscall") program, once: it belongs nowhere. Throws `attach-failed` when it returns anything but 0. */
export function runOnce(program: LoadedProgram, { kernel }: AttachContext): Link {
  const returned = answerOf(program, () => runProgram(kernel, program.fd));
  if (returned === 0) return linkOf(kernel, program, []);
  const said =
    returned < 0
      ? message`run '${program.program}': it returned ${returned}: ${describeErrno(-returned)}`
      : message`run '${program.program}': it returned ${returned}`;
  const cure = message`a syscall program returns 0 when all went well`;
  throw new TseccError('attach-failed', said, { cure });
}

function answerOf(program: LoadedProgram, run: () => number): number {
  try {
    return run();
  } catch (cause) {
    throw explainRefusal(program, cause, message`such programs are run by Linux 5.14 and later`);
  }
}
