import type { CommandIo } from '../core/command.js';
import { escapeText } from '../core/escape.js';
import { exitCodeOf } from '../core/errors.js';
import { speaking } from '../core/language.js';
import { version } from '../core/version.js';
import type { Command } from './command-options.js';
import { compileFiles, type CompileFilesOptions } from './compile-files.js';
import { askedFormat } from './report/formats.js';
import { textReport } from './report/text-report.js';
import type { Report } from './report/types.js';
import { subcommandOf } from './subcommands.js';

/** Exit code of a program that SIGINT ended, as a shell has it. */
const interrupted = 130;

/**
 * The command `tsecc`. Resolves to its exit code: 0 done, 1 the source was refused or anything unforeseen, 2 usage,
 * 9 a tool is missing, 130 when `signal` aborted; then nothing was written. A watch is done when `signal` aborts.
 */
export async function main(argv: readonly string[], given: CommandIo, signal?: AbortSignal): Promise<number> {
  const io = await speaking(argv, given);
  const report = await reportFor(argv, io);
  try {
    const subcommand = await subcommandOf(argv[0]);
    if (subcommand) return await subcommand(argv.slice(1), io, signal);
    return await perform(await read(argv), io, report, signal);
  } catch (error) {
    if (signal?.aborted) return interrupted;
    report.error(error);
    return exitCodeOf(error);
  }
}

// The commonest command lines are names alone. yargs takes a tenth of a compile to load, so it waits for an option.
async function read(argv: readonly string[]): Promise<Command> {
  const [source, header] = argv;
  const plain = argv.every((word) => word !== '' && !word.startsWith('-'));
  if (source && plain && (argv.length === 1 || (argv.length === 2 && header?.endsWith('.h')))) {
    return { kind: 'compile', source, verbose: false, check: false, options: { header } };
  }
  const { parseCommand } = await import('./parse-command.js');
  return parseCommand(argv);
}

async function perform(
  command: Command,
  io: CommandIo,
  report: Report,
  signal?: AbortSignal,
): Promise<number> {
  switch (command.kind) {
    case 'help': {
      const { helpText } = await import('./command-options.js');
      io.stdout.write(helpText(io.translate ?? String));
      return 0;
    }
    case 'version':
      io.stdout.write(`${version}\n`);
      return 0;
    case 'watch':
      await watch(command, io, report, signal);
      return 0;
    case 'compile': {
      const told = toldOf(command, io);
      const { diagnostics, packagePath } = await compileFiles(command.source, {
        ...told,
        signal,
        onStage: report.stage,
      });
      report.diagnostics(diagnostics);
      if (command.check && packagePath !== undefined) await check(command, packagePath, io, report, signal);
      return 0;
    }
    default:
      return command satisfies never;
  }
}

/** Asks a kernel. Standard output stays that of a plain compile. */
async function check(
  { source, options, verbose }: Command & { kind: 'compile' },
  packagePath: string,
  io: CommandIo,
  report: Report,
  signal?: AbortSignal,
): Promise<void> {
  const { checkPackage } = await import('./check/check-package.js');
  const { language = 'en', translate = String } = io;
  const { onCommand } = toldOf({ options, verbose }, io);
  const checked = await checkPackage({ source, packagePath, language, translate }, { signal, onCommand });
  for (const taken of checked.taken) report.say(taken);
  report.diagnostics(checked.diagnostics);
  if (checked.error) throw checked.error;
}

/** A watch that runs what it compiles leaves standard output to that program. */
async function watch(
  command: Command & { kind: 'watch' },
  io: CommandIo,
  report: Report,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { watchSources } = await import('./watch/watch-sources.js');
  await watchSources({ ...command, options: toldOf(command, io) }, report, signal);
}

/** Only an editor needs JSON. */
async function reportFor(argv: readonly string[], io: CommandIo): Promise<Report> {
  if (askedFormat(argv) === 'text') return textReport(io);
  const { jsonReport } = await import('./report/json-report.js');
  return jsonReport(io);
}

/** The options of a command, and where it tells what it does. */
function toldOf(
  { options, verbose }: { readonly options: CompileFilesOptions; readonly verbose: boolean },
  io: CommandIo,
): CompileFilesOptions {
  const { translate = String } = io;
  return {
    ...options,
    env: io.env,
    onProgress: (text) => io.stderr.write(translate(text)),
    onCommand: verbose ? (words) => io.stderr.write(`$ ${escapeText(words.join(' '))}\n`) : undefined,
  };
}
