import { TseccError } from '../../core/errors.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent, openTracepointEvent } from '../kernel/perf-event.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import { missingTracepoint } from './missing-tracepoint.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Attaches a program to a tracepoint, by the id that tracefs gives for its `category/name`. */
export function attachTracepoint(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  try {
    const event = openTracepointEvent(kernel, readId(program, context));
    return linkOf(kernel, program, attachToPerfEvent(kernel, program.fd, event));
  } catch (cause) {
    throw cause instanceof TseccError ? cause : explainRefusal(program, cause);
  }
}

function readId(program: LoadedProgram, context: AttachContext): number {
  try {
    return Number(context.kernel.readText(`${context.tracefs()}/events/${program.target}/id`).trim());
  } catch (cause) {
    throw errnoOf(cause) === errno.ENOENT ? missingTracepoint(program, context, cause) : cause;
  }
}
