import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { createUprobeMultiLink, type FileProbes, type ProbeMoment } from '../kernel/probe-links.js';
import { matchFunctions } from './binary/match-functions.js';
import { openBinary } from './binary/open-binary.js';
import { readPlace } from './binary/place.js';
import { linkOf } from './link.js';
import { targetProcess } from './target-process.js';
import type { AttachContext, AttachKind, Link, LoadedProgram } from './types.js';
import { explainUprobe, setUprobes } from './uprobe-events.js';

/** So many probes are set one by one where the kernel cannot set them at once: each takes two descriptors. */
const mostEvents = 400;

const moments: Partial<Record<AttachKind, ProbeMoment>> = {
  'uretprobe.multi': 'return',
  'uprobe.session': 'session',
};

/**
 * Attaches a program to all functions of a binary that match `path:pattern`: in one link (Linux ≥ 6.6), or else by a
 * probe for each, which the program cannot tell apart. A session needs the link (Linux ≥ 6.13).
 */
export function attachUprobeMulti(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const { binary: name, place } = readPlace(program, context, 'path:pattern');
  const pid = targetProcess(program, context);
  const binary = openBinary(program, context, name);
  const probes = { path: binary.path, offsets: matchFunctions(program, binary, place), pid };
  return linkOf(kernel, program, setProbes(program, context, probes));
}

function setProbes(program: LoadedProgram, context: AttachContext, probes: FileProbes): readonly number[] {
  if (program.single) return setOneByOne(program, context, probes);
  const moment = moments[program.kind] ?? 'entry';
  try {
    return [createUprobeMultiLink(context.kernel, program.fd, probes, moment)];
  } catch (cause) {
    const sessions = moment === 'session' && errnoOf(cause) === errno.EINVAL;
    throw sessions
      ? withoutSessions(program, context.kernel.release, cause)
      : explainUprobe(program, probes, cause);
  }
}

function setOneByOne(
  program: LoadedProgram,
  context: AttachContext,
  { path, offsets, pid }: FileProbes,
): readonly number[] {
  if (offsets.length > mostEvents) {
    throw new TseccError(
      'kernel-cannot',
      message`attach '${program.program}' to ${program.section}: it matches ${offsets.length} functions, and without a link for many at most ${mostEvents} can be probed`,
      { cure: message`take a narrower pattern; or Linux 6.6 and bpftool 7.3 or later` },
    );
  }
  const atReturn = program.kind === 'uretprobe.multi';
  const requests = offsets.map((offset) => ({ path, offset, atReturn, pid, semaphore: 0 }));
  return setUprobes(program, context, requests);
}

function withoutSessions({ program, section }: LoadedProgram, release: string, cause: unknown): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}' to ${section}: kernel ${release} has no sessions of user-space probes (Linux 6.13)`,
    { cure: message`take a uprobe and a uretprobe instead`, cause },
  );
}
