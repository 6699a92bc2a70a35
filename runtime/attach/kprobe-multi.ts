import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { describeCause, errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent, openProbeEvent } from '../kernel/perf-event.js';
import { createKprobeMultiLink, type ProbeMoment } from '../kernel/probe-links.js';
import { probePmu } from '../kernel/probe-pmu.js';
import { traceableFunctions, type TraceableFunction } from '../kernel/traceable-functions.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import { missingFunction } from './missing-function.js';
import { matchingNames } from './pattern.js';
import type { AttachContext, AttachKind, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** So many probes are set one by one where the kernel cannot set them at once: setting each stops the machine. */
const mostEvents = 200;

const moments: Partial<Record<AttachKind, ProbeMoment>> = {
  'kretprobe.multi': 'return',
  'kprobe.session': 'session',
};

/**
 * Attaches a program to all functions of the kernel that match a pattern: in one link (Linux ≥ 5.18 with
 * CONFIG_FPROBE), or else by a probe for each, which the program cannot tell apart. A session needs the link
 * (Linux ≥ 6.10).
 */
export function attachKprobeMulti(program: LoadedProgram, context: AttachContext): Link {
  const functions = matchedFunctions(program, context);
  const held = program.single
    ? setOneByOne(program, context, functions)
    : setAll(program, context, functions);
  return linkOf(context.kernel, program, held);
}

function setAll(
  program: LoadedProgram,
  { kernel }: AttachContext,
  functions: readonly TraceableFunction[],
): readonly number[] {
  const moment = moments[program.kind] ?? 'entry';
  const addresses = functions.map(({ address }) => address);
  try {
    return [createKprobeMultiLink(kernel, program.fd, addresses, moment)];
  } catch (cause) {
    const number = errnoOf(cause);
    const sessions = moment === 'session' && (number === errno.EINVAL || number === errno.EOPNOTSUPP);
    throw sessions ? withoutSessions(program, kernel.release, cause) : explainRefusal(program, cause);
  }
}

function matchedFunctions(program: LoadedProgram, context: AttachContext): readonly TraceableFunction[] {
  const functions = readFunctions(program, context);
  const names = functions.map(({ name }) => name);
  const matching = new Set(matchingNames(program.target, names));
  if (matching.size > 0) return functions.filter(({ name }) => matching.has(name));
  const plain = /[*?]/.test(program.target)
    ? undefined
    : missingFunction(context.kernel, program, context.points, undefined);
  throw plain ?? withoutMatch(program, context.kernel.release);
}

function readFunctions(
  program: LoadedProgram,
  { kernel, tracefs }: AttachContext,
): readonly TraceableFunction[] {
  try {
    return traceableFunctions(kernel, tracefs());
  } catch (cause) {
    throw new TseccError(
      errnoOf(cause) === errno.ENOENT ? 'kernel-cannot' : 'not-permitted',
      message`attach '${program.program}' to ${program.section}: cannot read which functions can be traced: ${describeCause(cause)}`,
      { cure: labCure('kernel'), cause },
    );
  }
}

function withoutMatch({ program, section, target }: LoadedProgram, release: string): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}' to ${section}: kernel ${release} has no function that can be traced and matches '${target}'`,
    { cure: message`see available_filter_functions in tracefs; * stands for any text, ? for one character` },
  );
}

function setOneByOne(
  program: LoadedProgram,
  { kernel }: AttachContext,
  functions: readonly TraceableFunction[],
): readonly number[] {
  const pmu = probePmu(kernel);
  if (!pmu || functions.length > mostEvents) throw tooMany(program, kernel.release, functions.length);
  const config = program.kind === 'kretprobe.multi' ? pmu.returnConfig : 0n;
  const held: number[] = [];
  try {
    for (const { name } of functions) {
      const event = openProbeEvent(kernel, { type: pmu.type, config, functionName: name, offset: 0 });
      held.push(...attachToPerfEvent(kernel, program.fd, event));
    }
    return held;
  } catch (error) {
    for (const fd of held) kernel.close(fd);
    throw explainRefusal(program, error);
  }
}

function tooMany({ program, section }: LoadedProgram, release: string, count: number): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}' to ${section}: it matches ${count} functions, and kernel ${release} has no probes for many at once (Linux 5.18 with CONFIG_FPROBE)`,
    { cure: labCure('newer kernel', message`take a pattern that matches at most ${mostEvents}`) },
  );
}

function withoutSessions({ program, section }: LoadedProgram, release: string, cause: unknown): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}' to ${section}: kernel ${release} has no sessions of kernel probes (Linux 6.10 with CONFIG_FPROBE)`,
    { cure: message`take a kprobe and a kretprobe instead`, cause },
  );
}
