import { formatDiagnostic, type Diagnostic } from '../core/diagnostics.js';
import type { CommandIo } from '../core/command.js';
import { escapeText } from '../core/escape.js';
import { speaking } from '../core/language.js';
import { tell } from '../core/tell.js';
import { exitCodeOf, explainError, TseccError } from '../core/errors.js';
import type { Phrase } from '../core/message.js';
import { version } from '../core/version.js';
import type { Command } from './command-options.js';
import { compile, type CompileOptions } from './compile.js';
import { CompileError } from './compile-error.js';
import { subcommandOf } from './subcommands.js';

/** Exit code of a program that SIGINT ended, as a shell has it. */
const interrupted = 130;

/**
 * The command `tsecc`. Resolves to its exit code: 0 done, 1 the source was refused or anything unforeseen, 2 usage,
 * 9 a tool is missing, 130 when `signal` aborted; then nothing was written. A watch is done when `signal` aborts.
 */
export async function main(argv: readonly string[], given: CommandIo, signal?: AbortSignal): Promise<number> {
  const io = await speaking(argv, given);
  try {
    const subcommand = await subcommandOf(argv[0]);
    if (subcommand) return await subcommand(argv.slice(1), io, signal);
    return await perform(await read(argv), io, signal);
  } catch (error) {
    if (signal?.aborted) return interrupted;
    report(error, io);
    return exitCodeOf(error);
  }
}

// The commonest command lines are names alone. yargs takes a tenth of a compile to load, so it waits for an option.
async function read(argv: readonly string[]): Promise<Command> {
  const [source, header] = argv;
  const plain = argv.every((word) => word !== '' && !word.startsWith('-'));
  if (source && plain && (argv.length === 1 || (argv.length === 2 && header?.endsWith('.h')))) {
    return { kind: 'compile', source, verbose: false, options: { header } };
  }
  const { parseCommand } = await import('./parse-command.js');
  return parseCommand(argv);
}

async function perform(command: Command, io: CommandIo, signal?: AbortSignal): Promise<number> {
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
      await watch(command, io, signal);
      return 0;
    case 'compile': {
      const onStage = (line: string): void => void io.stdout.write(`${escapeText(line)}\n`);
      const told = toldOf(command, io);
      const { diagnostics } = await compile(command.source, { ...told, signal, onStage });
      print(diagnostics, io);
      return 0;
    }
    default:
      return command satisfies never;
  }
}

/** A watch prints what it has to say on standard error: standard output is that of the program that it runs. */
async function watch(
  command: Command & { kind: 'watch' },
  io: CommandIo,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { watchSources } = await import('./watch/watch-sources.js');
  const told = {
    say: (text: Phrase) => tell(io, text),
    diagnostics: (diagnostics: readonly Diagnostic[]) => print(diagnostics, io),
    error: (error: unknown) => report(error, io),
  };
  await watchSources({ ...command, options: toldOf(command, io) }, told, signal);
}

/** The options of a command, and where it tells what it does. */
function toldOf(
  { options, verbose }: { readonly options: CompileOptions; readonly verbose: boolean },
  io: CommandIo,
): CompileOptions {
  return {
    ...options,
    env: io.env,
    onProgress: (text) => io.stderr.write(text),
    onCommand: verbose ? (words) => io.stderr.write(`$ ${escapeText(words.join(' '))}\n`) : undefined,
  };
}

function report(error: unknown, io: CommandIo): void {
  if (error instanceof CompileError) print(error.diagnostics, io);
  const keepLines = !(error instanceof TseccError);
  io.stderr.write(`tsecc: ${escapeText(explainError(error, io.translate), { keepLines })}\n`);
}

function print(diagnostics: readonly Diagnostic[], io: CommandIo): void {
  const color = io.stderr.isTTY === true && !io.env['NO_COLOR'];
  for (const diagnostic of diagnostics)
    io.stderr.write(`${formatDiagnostic(diagnostic, { color, translate: io.translate })}\n`);
}
