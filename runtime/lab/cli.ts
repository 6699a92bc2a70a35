import { tell } from '../../core/tell.js';
import { createReadStream, statSync } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';
import { cleanLab } from './clean-lab.js';
import { listLab } from './list-lab.js';
import { labHelp } from './help.js';
import { isVersion, matchesVersion } from './kernels/versions.js';
import { kernelAtPath } from './kernels/kernel.js';
import { pullKernel } from './kernels/pull-kernel.js';
import { startLab } from './start-lab.js';
import { labPaths } from './paths.js';
import { showProgress } from './progress.js';
import { joinLab } from './running/relay.js';
import { runningLabs } from './running/running-labs.js';
import { runShell } from './shell.js';

/** What a caller may hand over. */
export interface LabHooks {
  readonly signal?: AbortSignal | undefined;
}

/** `tsecli lab …`: runs one of its commands and gives its exit code. Throws `usage` and `tool-missing`. */
export async function labCommand(
  argv: readonly string[],
  io: CommandIo,
  hooks: LabHooks = {},
): Promise<number> {
  const { command, kernel, renew, help } = parseCommand(argv);
  if (help || command === undefined) {
    io.stdout.write((io.translate ?? String)(labHelp));
    return 0;
  }
  try {
    return await perform(command, { kernel, renew, io, signal: hooks.signal });
  } catch (error) {
    // What was under way has been undone; a script must not take it for done.
    if (hooks.signal?.aborted) return interruptedCode;
    throw error;
  }
}

// 128 + SIGINT, as shells say it.
const interruptedCode = 130;

interface Command {
  readonly kernel: string | undefined;
  readonly renew: boolean;
  readonly io: CommandIo;
  readonly signal: AbortSignal | undefined;
}

async function perform(command: string, { kernel, renew, io, signal }: Command): Promise<number> {
  switch (command) {
    case 'list':
      io.stdout.write(listLab(labPaths(io.env), io.translate));
      return 0;
    case 'pull':
      return pull(kernel, io, signal);
    case 'shell':
      return shell(kernel, renew, io, signal);
    case 'clean':
      tell(io, cleanLab(labPaths(io.env), kernel));
      return 0;
    case 'btf':
      return writeBtf(kernel, io, signal);
    default:
      throw new TseccError('usage', message`lab: there is no command '${command}'`, {
        cure: message`see tsecli lab --help`,
      });
  }
}

function parseCommand(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, new: { type: 'boolean' } },
    });
    const [command, kernel, stray] = positionals;
    if (stray !== undefined) throw new PhrasedError(message`too many arguments: '${stray}'`);
    if (values.new && command !== 'shell') throw new PhrasedError(message`--new belongs to shell`);
    return { command, kernel, renew: values.new ?? false, help: values.help ?? false };
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new TseccError('usage', message`lab: ${cause instanceof PhrasedError ? cause.phrase : said}`, {
      cure: message`see tsecli lab --help`,
      cause,
    });
  }
}

async function pull(
  kernel: string | undefined,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<number> {
  const paths = labPaths(io.env);
  using progress = showProgress(io);
  if (kernel?.includes('/')) {
    const { release } = kernelAtPath(kernel);
    progress.note(message`Linux ${release} at '${kernel}' needs no pulling: name its path where you use it`);
    return 0;
  }
  if (kernel !== undefined && !isVersion(kernel)) {
    throw new TseccError('usage', message`lab pull: '${kernel}' is no kernel version`, {
      cure: message`for instance 6.1`,
    });
  }
  const { release } = await pullKernel(kernel, { paths, env: io.env, progress, signal }, { renew: true });
  progress.note(message`Linux ${release} is here`);
  return 0;
}

async function shell(
  kernel: string | undefined,
  renew: boolean,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<number> {
  const labs = runningLabs(labPaths(io.env).running);
  const running = renew
    ? undefined
    : labs.find(({ kernelRelease }) => kernel === undefined || matchesVersion(kernelRelease, kernel));
  if (running) {
    using joined = await joinLab(running.directory);
    tell(
      io,
      message`lab: joined the running lab, Linux ${joined.kernelRelease}, of process ${running.owner}`,
    );
    return await runShell(joined.client, io, signal);
  }
  await using lab = await startLab({ kernel, io, signal });
  tell(io, message`lab: Linux ${lab.kernelRelease}, all of it is gone when you leave`);
  return await lab.shell(io, signal);
}

async function writeBtf(
  kernel: string | undefined,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<number> {
  await using lab = await startLab({ kernel, io, signal });
  if (statSync(lab.btf).size === 0) {
    throw new TseccError('kernel-cannot', message`lab btf: Linux ${lab.kernelRelease} was built without BTF`);
  }
  const file = createReadStream(lab.btf);
  file.pipe(io.stdout, { end: false });
  await once(file, 'close');
  return 0;
}
