import type { CommandIo } from '../../core/command.js';
import { findKernel } from './kernels/find-kernel.js';
import { terminalSize, terminalVariable } from '../session/screen.js';
import { openMachine } from './open-machine.js';
import { labPaths } from './paths.js';
import { showProgress } from './progress.js';
import type { LabClient } from './protocol/client.js';
import { serveRelay } from './running/relay.js';
import { registerLab, runningLabs } from './running/running-labs.js';
import { runSession, type SessionOptions } from './sessions.js';
import { runShell } from './shell.js';

/** How to open a lab. */
export interface StartLabOptions {
  /** A version such as `6.1`, or the path of a kernel image; without it the newest one pulled. */
  readonly kernel?: string | undefined;
  readonly io: CommandIo;
  /** Aborting it while the lab opens makes the opening fail with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** No progress on stderr. */
  readonly quiet?: boolean | undefined;
}

/** A micro VM that runs. Disposing it ends it; it also ends when this process does. */
export interface StartedLab extends AsyncDisposable {
  /** `uname -r` in the guest. */
  readonly kernelRelease: string;
  /** Path of a file with the raw BTF of its kernel. */
  readonly btf: string;
  /** Runs the guest's tsecli; gives its exit code. */
  run(argv: readonly string[], options: SessionOptions): Promise<number>;
  /** Runs any program of the guest; gives its exit code. */
  exec(argv: readonly string[], options: SessionOptions): Promise<number>;
  /** An interactive shell, or one that reads commands where stdin is no terminal; gives its exit code. */
  shell(io: CommandIo, signal?: AbortSignal): Promise<number>;
}

/** Opens a lab: from its snapshot in well under a second, the first time by booting it. Throws `tool-missing`. */
export async function startLab(options: StartLabOptions): Promise<StartedLab> {
  const { io, signal } = options;
  const paths = labPaths(io.env);
  using progress = showProgress(io, options.quiet);
  const context = { paths, env: io.env, progress, signal };
  const kernel = await findKernel(options.kernel, context);
  const opened = await openMachine(kernel, context);
  const { machine, kernelRelease, image } = opened;
  try {
    runningLabs(paths.running);
    const registered = registerLab(paths.running, {
      kernelRelease,
      owner: process.pid,
      qemu: machine.pid,
      started: Date.now(),
    });
    const relay = await serveRelay(registered.directory, machine.client, { kernelRelease });
    return {
      kernelRelease,
      btf: image.btf,
      ...commandsOf(machine.client),
      async [Symbol.asyncDispose]() {
        await relay[Symbol.asyncDispose]();
        await opened[Symbol.asyncDispose]();
        registered[Symbol.dispose]();
      },
    };
  } catch (error) {
    await opened[Symbol.asyncDispose]();
    throw error;
  }
}

function commandsOf(client: LabClient): Pick<StartedLab, 'run' | 'exec' | 'shell'> {
  return {
    run: (argv, options) =>
      runSession(client, { kind: 'tsecli', argv, env: guestEnvironment(options.io) }, options),
    exec: (argv, options) =>
      runSession(client, { kind: 'exec', argv, env: guestEnvironment(options.io) }, options),
    shell: (io, signal) => runShell(client, io, signal),
  };
}

/** Variables that mean the same in the guest, and the size of our terminal. */
export function guestEnvironment({ env, stdout }: Pick<CommandIo, 'env' | 'stdout'>): Record<string, string> {
  const names = ['TERM', 'NO_COLOR', 'FORCE_COLOR', 'COLUMNS'];
  // The guest has no time zones but Node's own: without a name it would show another time of day than the host.
  const TZ = env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const size = terminalSize({ stdout });
  return Object.fromEntries([
    ['TZ', TZ],
    ...names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
    ...(size === undefined ? [] : [[terminalVariable, size]]),
  ]);
}
