import type { CommandIo } from '../core/command.js';
import { exitCodeOf } from '../core/errors.js';
import type { Translate } from '../core/message.js';
import { version } from '../core/version.js';
import type { Kernel } from './kernel/types.js';
import { parseOptions, type Request } from './options/parse-options.js';
import { reportError } from './render/error.js';

/** What a caller may replace. */
export interface MainHooks {
  /** Aborted at the user's first Ctrl-C: detach, drain, say the summary, exit 0. */
  readonly signal?: AbortSignal | undefined;
  readonly kernel?: Kernel | undefined;
}

/** tsecli: runs the command that the arguments ask for, and gives its exit code (see `exitCodes`). */
export async function main(argv: readonly string[], io: CommandIo, hooks: MainHooks = {}): Promise<number> {
  let verbose = argv.includes('-v') || argv.includes('--verbose');
  try {
    const request = parseOptions(argv);
    verbose = request.command === 'run' && request.verbose;
    return await perform(request, argv, io, hooks);
  } catch (error) {
    io.stderr.write(reportError('tsecli', error, verbose, await speakTo(argv, io)));
    return exitCodeOf(error);
  }
}

// A language that there is not is an error of its own, told in English.
async function speakTo(argv: readonly string[], io: CommandIo): Promise<Translate> {
  const { languageOf, askedLanguage, speak } = await import('../core/language.js');
  try {
    return await speak(languageOf(io.env, askedLanguage(argv)));
  } catch {
    return String;
  }
}

async function perform(
  request: Request,
  argv: readonly string[],
  io: CommandIo,
  hooks: MainHooks,
): Promise<number> {
  switch (request.command) {
    case 'help': {
      const { helpText } = await import('./options/help.js');
      io.stdout.write(helpText(await speakTo(argv, io)));
      return 0;
    }
    case 'completion': {
      const { printCompletion } = await import('./completion/print-completion.js');
      return await printCompletion(request.argv, io);
    }
    case 'version':
      io.stdout.write(`${version}\n`);
      return 0;
    case 'lab': {
      const { labCommand } = await import('./lab/cli.js');
      return await labCommand(request.argv, io, { signal: hooks.signal });
    }
    case 'run': {
      const { runPackage } = await import('./session/run-package.js');
      return await runPackage(request, io, hooks);
    }
    default:
      return request satisfies never;
  }
}
