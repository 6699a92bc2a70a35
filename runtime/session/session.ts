import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { escapeText } from '../../core/escape.js';
import type { Bpftool } from '../bpftool/bpftool.js';
import type { ConfiguredPackage } from '../configure/configure-package.js';
import type { Kernel } from '../kernel/types.js';
import { describeRun } from '../library/describe-run.js';
import type { RunRequest } from '../options/parse-options.js';
import { renderSummary } from '../render/summary.js';
import { startRun } from '../run.js';
import { symbolResolver } from '../symbols/symbol-resolver.js';
import { runCommand } from './exec.js';
import type { RingLevel } from '../readers/types.js';
import { requireAll } from './require-all.js';
import { openOutput, type Output } from './output.js';
import { printEvents } from './print-events.js';
import { viewStreams } from './record-view.js';
import { screenOf } from './screen.js';
import { linkStop, stopAfter, unlessStopped, type Stop } from './stop.js';
import { Tally } from './tally.js';

/** What a session has of its surroundings. */
export interface SessionContext {
  readonly io: CommandIo;
  readonly kernel: Kernel;
  /** Aborted by the user: the run ends, and what it still has is printed. */
  readonly signal: AbortSignal;
  /** By default the one that is found. */
  readonly bpftool?: Bpftool | undefined;
}

/**
 * Runs a package on this host and prints its events to stdout, the rest to stderr, until the user, `--exec`,
 * `--duration`, `--max-events` or a closed stdout ends it. Throws what starting throws, and a command's failure.
 */
export async function runSession(
  configured: ConfiguredPackage,
  request: RunRequest,
  context: SessionContext,
): Promise<void> {
  const { io, kernel, signal } = context;
  using stop = linkStop(signal);
  using output = openOutput(io.stdout, kernel, stop.end);
  const { translate = String } = io;
  const warn = (text: Phrase): void =>
    void ((output.closed && !request.verbose) || io.stderr.write(`${escapeText(translate(text))}\n`));
  const say = (text: Phrase): void => void (request.quiet || warn(text));
  const tally = new Tally();
  const following: Following = { stop, output, tally, levels: [], warn, say };
  const failure = await unlessStopped(stop, () => follow(configured, request, context, following));
  await output.finish();
  for (const { name, part, full } of following.levels) {
    if (!full) say(message`${name}: ring at most ${Math.ceil(part * 100)} % full`);
  }
  const summary = tally.summary();
  say(renderSummary(summary));
  if (failure !== undefined) throw new TseccError('unforeseen', message`run command: ${failure}`);
  if (request.failOnLost) requireAll(summary.lost, following.levels);
}

interface Following {
  readonly stop: Stop;
  readonly output: Output;
  readonly tally: Tally;
  /** Of the rings whose losses nobody counted, once the run has ended. */
  levels: readonly RingLevel[];
  /** Writes to stderr what must not be missed, and `say` what may. */
  readonly warn: (text: Phrase) => void;
  readonly say: (text: Phrase) => void;
}

/** From loading to detaching; gives how the command failed, if it did. */
async function follow(
  configured: ConfiguredPackage,
  request: RunRequest,
  { io, kernel, bpftool }: SessionContext,
  following: Following,
): Promise<Phrase | undefined> {
  const { stop, output, tally, warn, say } = following;
  const { attach, attachOptions, disable, partial, exec, durationMs, verbose } = request;
  const { signal } = stop;
  const { opened, variables } = configured;
  await using run = await startRun(opened, {
    ...{ attach, attachOptions, disable, partial, variables },
    ...{ kernel, path: io.env['PATH'], signal, bufferSize: request.bufferSize, bpftool },
  });
  tally.start();
  const symbols = symbolResolver(kernel);
  const { views, notes } = viewStreams(run.streams, request.selection, symbols);
  for (const note of run.notes) if (verbose || !note.detail) say(note.text);
  for (const note of [...configured.notes, ...notes]) warn(note);
  say(message`Running eBPF program...`);
  for (const { note } of run.links) if (note !== undefined) say(note);
  if (verbose) for (const link of run.links) say(message`attached ${link.program} to ${link.section}`);
  using _timer = stopAfter(durationMs, stop);
  const command = exec === undefined ? undefined : runCommand(exec, io, stop.signal).finally(stop.end);
  try {
    await printEvents(run.events, {
      output,
      tally,
      warn,
      form: request.output,
      // What a command prints comes between, and is not to be erased.
      screen: screenOf(io, exec === undefined),
      views,
      top: request.selection.top,
      maxEvents: request.maxEvents,
      symbols,
      attached: describeRun(run, [...configured.notes, ...notes]),
      levels: run.levels,
      // A summary that is to be believed says all.
      end: verbose || request.failOnLost ? stop.end : undefined,
    });
  } finally {
    stop.end();
    following.levels = run.levels();
  }
  return await command;
}
