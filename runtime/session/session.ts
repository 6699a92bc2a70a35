import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { escapeText } from '../../core/escape.js';
import type { OpenedPackage } from '../../core/package/types.js';
import type { Kernel } from '../kernel/types.js';
import type { RunRequest } from '../options/parse-options.js';
import { renderSummary } from '../render/summary.js';
import { startRun } from '../run.js';
import { runCommand } from './exec.js';
import { openOutput } from './output.js';
import { printEvents, type Printer } from './print-events.js';
import { linkStop, stopAfter, unlessStopped, type Stop } from './stop.js';
import { Tally } from './tally.js';

/** What a session has of its surroundings. */
export interface SessionContext {
  readonly io: CommandIo;
  readonly kernel: Kernel;
  /** Aborted by the user: the run ends, and what it still has is printed. */
  readonly signal: AbortSignal;
}

/**
 * Runs a package on this host and prints its events to stdout, the rest to stderr, until the user, `--exec`,
 * `--duration`, `--max-events` or a closed stdout ends it. Throws what starting throws, and a command's failure.
 */
export async function runSession(
  opened: OpenedPackage,
  request: RunRequest,
  context: SessionContext,
): Promise<void> {
  const { io, kernel, signal } = context;
  using stop = linkStop(signal);
  using output = openOutput(io.stdout, kernel, stop.end);
  const warn = (text: string): void => void (output.closed || io.stderr.write(`${text}\n`));
  const say = (text: string): void => void (request.quiet || warn(text));
  const { json, maxEvents } = request;
  const printer = { output, warn, json, maxEvents, tally: new Tally() };
  const failure = await unlessStopped(stop, () => follow(opened, request, context, { stop, printer, say }));
  await output.finish();
  say(renderSummary(printer.tally.summary()));
  if (failure !== undefined) throw new TseccError('unforeseen', `run command: ${failure}`);
}

interface Following {
  readonly stop: Stop;
  readonly printer: Printer;
  readonly say: (text: string) => void;
}

/** From loading to detaching; gives how the command failed, if it did. */
async function follow(
  opened: OpenedPackage,
  request: RunRequest,
  { io, kernel }: SessionContext,
  { stop, printer, say }: Following,
): Promise<string | undefined> {
  const { attach, attachOptions, exec, durationMs, verbose } = request;
  const { signal } = stop;
  await using run = await startRun(opened, { attach, attachOptions, kernel, path: io.env['PATH'], signal });
  printer.tally.start();
  say('Running eBPF program...');
  for (const { note } of run.links) if (note !== undefined) say(escapeText(note));
  if (verbose) for (const link of run.links) say(escapeText(`attached ${link.program} to ${link.section}`));
  using _timer = stopAfter(durationMs, stop);
  const command = exec === undefined ? undefined : runCommand(exec, io, stop.signal).finally(stop.end);
  try {
    await printEvents(run.events, printer);
  } finally {
    stop.end();
  }
  return await command;
}
