import { openRawTracepoint } from '../kernel/bpf.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import { missingTracepoint } from './missing-tracepoint.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Attaches a program to a raw tracepoint by its name. */
export function attachRawTracepoint(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  try {
    return linkOf(kernel, program, [openRawTracepoint(kernel, program.fd, program.target)]);
  } catch (cause) {
    throw errnoOf(cause) === errno.ENOENT
      ? missingTracepoint(program, context, cause)
      : explainRefusal(program, cause);
  }
}
