import type { CommandIo } from '../core/command.js';
import { speaking } from '../core/language.js';
import { exitCodeOf } from '../core/errors.js';
import { version } from '../core/version.js';
import type { Kernel } from './kernel/types.js';
import { parseOptions, type Request } from './options/parse-options.js';
import type { PolicyFile } from './policy/policy-file.js';
import { reportError } from './render/error.js';

/** What a caller may replace. */
export interface MainHooks {
  /** Aborted at the user's first Ctrl-C: detach, drain, say the summary, exit 0. */
  readonly signal?: AbortSignal | undefined;
  readonly kernel?: Kernel | undefined;
  /** Where a test has its policy, in place of the host's. */
  readonly policyFile?: PolicyFile | undefined;
}

/** tsecli: runs the command that the arguments ask for, and gives its exit code (see `exitCodes`). */
export async function main(
  argv: readonly string[],
  given: CommandIo,
  hooks: MainHooks = {},
): Promise<number> {
  const io = await speaking(argv, given);
  let verbose = argv.includes('-v') || argv.includes('--verbose');
  try {
    const request = parseOptions(argv);
    verbose = (request.command === 'run' || request.command === 'check') && request.verbose;
    return await perform(request, io, hooks);
  } catch (error) {
    io.stderr.write(reportError('tsecli', error, verbose, io.translate));
    return exitCodeOf(error);
  }
}

async function perform(request: Request, io: CommandIo, hooks: MainHooks): Promise<number> {
  switch (request.command) {
    case 'help': {
      const { helpText } = await import('./options/help.js');
      io.stdout.write(helpText(io.translate ?? String));
      return 0;
    }
    case 'completion': {
      const { printCompletion } = await import('./completion/print-completion.js');
      return await printCompletion(request.argv, io);
    }
    case 'doctor': {
      const { doctor } = await import('./doctor/doctor.js');
      return await doctor(request.argv, io, hooks, io.translate ?? String);
    }
    case 'version':
      io.stdout.write(`${version}\n`);
      return 0;
    case 'lab': {
      const { labCommand } = await import('./lab/cli.js');
      return await labCommand(request.argv, io, { signal: hooks.signal });
    }
    case 'generate-key-pair':
    case 'sign':
    case 'verify': {
      const { signingCommand } = await import('./signing/cli.js');
      return await signingCommand(request.command, request.argv, io, hooks);
    }
    case 'push':
    case 'pull':
    case 'login':
    case 'logout': {
      const { registryCommand } = await import('./registry/commands/cli.js');
      return await registryCommand(request.command, request.argv, io, hooks);
    }
    case 'inspect': {
      const { parseInspect } = await import('./inspect/parse-inspect.js');
      const { inspectPackage } = await import('./inspect/inspect-package.js');
      return await inspectPackage(parseInspect(request.argv), io, hooks);
    }
    case 'check': {
      const { checkPackage } = await import('./check/check-package.js');
      return await checkPackage(request, io, hooks);
    }
    case 'run': {
      const { runPackage } = await import('./session/run-package.js');
      return await runPackage(request, io, hooks);
    }
    default:
      return request satisfies never;
  }
}
