import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { configurePackage, type ConfiguredPackage } from '../configure/configure-package.js';
import { realKernel } from '../kernel/real-kernel.js';
import { startRun } from '../run.js';
import { describeFull } from '../session/loss-log.js';
import { viewStreams } from '../session/record-view.js';
import { symbolResolver } from '../symbols/symbol-resolver.js';
import { describeRun } from './describe-run.js';
import { eventMaker } from './make-events.js';
import { attachmentsOf, mapSizesOf, wordsOf } from './read-options.js';
import { startRunning, type RunControl } from './running.js';
import { toolsFor, type RunPlace } from '../bpftool/tools-for.js';
import type { AnyStreams, LostEvent, RunOptions, Running } from './types.js';

/**
 * Runs a package on this kernel: loads it and attaches its programs, and gives what they trace.
 *
 * ```ts
 * for await (const event of run<Events>(await openPackage('package.json'))) console.log(event);
 * ```
 *
 * `Events` is the interface of that name in the file that `tsecc --types` writes. Any number of runs go on beside each
 * other. What prevents a run is thrown by the loop, and rejects `ready`: a TseccError whose `code` says what it is, such
 * as `not-permitted` or `verifier-refused`. A host's policy holds for the command `tsecli`, not here.
 */
export function run<Streams extends object = AnyStreams>(
  opened: OpenedPackage,
  options?: RunOptions,
): Running<Streams>;
export function run(opened: OpenedPackage, options: RunOptions = {}): Running {
  return runOn(opened, options, { kernel: realKernel() });
}

/** {@link run} on a kernel of the caller's. */
export function runOn(opened: OpenedPackage, options: RunOptions, place: RunPlace): Running {
  return startRunning((control) => perform(opened, options, place, control), options);
}

async function perform(
  opened: OpenedPackage,
  options: RunOptions,
  { kernel, bpftool }: RunPlace,
  { signal, attached, give }: RunControl,
): Promise<void> {
  const { interfaces = [], cgroup, pid, binary, disable, partial, bufferSize } = options;
  const configured = configure(opened, options);
  signal.throwIfAborted();
  const tools = await toolsFor(opened, { kernel, bpftool, path: process.env['PATH'] });
  await using started = await startRun(configured.opened, {
    attach: attachmentsOf(options.attach),
    attachOptions: { interfaces, cgroup, pid, binary },
    ...{ disable, partial, variables: configured.variables, bufferSize, kernel, signal },
    bpftool: tools.bpftool,
  });
  const symbols = symbolResolver(kernel);
  const seen = viewStreams(started.streams, { ...unselected, filter: options.filter }, symbols);
  const eventsOf = eventMaker(seen.views, symbols);
  attached(describeRun(started, [...tools.notes, ...configured.notes, ...seen.notes]));
  for await (const batch of started.events) {
    for (const event of eventsOf(batch)) {
      const full = give(event);
      if (full) await full;
    }
  }
  for (const { name, full } of started.levels()) {
    if (full) await give(mayBeLost(name));
  }
}

/** Of a ring that was full, and whose losses nobody counts. */
const mayBeLost = (name: string): LostEvent => ({
  kind: 'lost',
  stream: name,
  count: undefined,
  cpu: undefined,
  reason: String(describeFull(name)),
});

const unselected = { fields: undefined, filter: undefined, sort: undefined, top: undefined };

function configure(opened: OpenedPackage, { args, mapSizes, bufferSize }: RunOptions): ConfiguredPackage {
  const configured = configurePackage(opened, {
    arguments: wordsOf(args),
    mapSizes: mapSizesOf(mapSizes),
    bufferSize,
  });
  if (configured.asked === undefined) return configured;
  throw new TseccError('usage', message`run package: its arguments ask for --${configured.asked}`, {
    cure: message`leave it out: it is for the command line`,
  });
}
