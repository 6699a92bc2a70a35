import { formatDiagnostic, type Diagnostic } from '../core/diagnostics.js';
import type { CommandIo } from '../core/command.js';
import { escapeText } from '../core/escape.js';
import { exitCodeOf, explainError, TseccError } from '../core/errors.js';
import type { Command } from './command-options.js';
import type { Translate } from '../core/message.js';
import { compile } from './compile.js';
import { CompileError } from './compile-error.js';

/** Exit code of a program that SIGINT ended, as a shell has it. */
const interrupted = 130;

/**
 * The command `tsecc`. Resolves to its exit code: 0 done, 1 the source was refused or anything unforeseen, 2 usage,
 * 9 a tool is missing, 130 when `signal` aborted; then nothing was written.
 */
export async function main(argv: readonly string[], io: CommandIo, signal?: AbortSignal): Promise<number> {
  try {
    const command = await read(argv);
    if (command.kind === 'print') io.stdout.write(command.text);
    else await runCompile(command, argv, io, signal);
    return 0;
  } catch (error) {
    if (signal?.aborted) return interrupted;
    if (error instanceof CompileError) print(error.diagnostics, io);
    const translate = await speakTo(argv, io);
    io.stderr.write(
      `tsecc: ${escapeText(explainError(error, translate), { keepLines: !(error instanceof TseccError) })}\n`,
    );
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

async function runCompile(
  command: Command & { kind: 'compile' },
  argv: readonly string[],
  io: CommandIo,
  signal?: AbortSignal,
): Promise<void> {
  const { diagnostics, packagePath } = await compile(command.source, {
    ...command.options,
    env: io.env,
    signal,
    onProgress: (text) => io.stderr.write(text),
    onStage: (line) => io.stdout.write(`${escapeText(line)}\n`),
    onCommand: command.verbose ? (words) => io.stderr.write(`$ ${escapeText(words.join(' '))}\n`) : undefined,
  });
  print(diagnostics, io);
  if (command.check && packagePath !== undefined) await check(command, packagePath, argv, io, signal);
}

/** Standard output stays that of a plain compile. */
async function check(
  { source, verbose }: Command & { kind: 'compile' },
  packagePath: string,
  argv: readonly string[],
  io: CommandIo,
  signal?: AbortSignal,
): Promise<void> {
  const { checkPackage } = await import('./check/check-package.js');
  const { languageOf, askedLanguage } = await import('../core/language.js');
  const translate = await speakTo(argv, io);
  const language = languageOf(io.env, askedLanguage(argv));
  const onCommand = verbose
    ? (words: readonly string[]) => io.stderr.write(`$ ${escapeText(words.join(' '))}\n`)
    : undefined;
  const checked = await checkPackage({ source, packagePath, language, translate }, { signal, onCommand });
  for (const taken of checked.taken) io.stderr.write(`${escapeText(translate(taken))}\n`);
  print(checked.diagnostics, io);
  if (checked.error) throw checked.error;
}

function print(diagnostics: readonly Diagnostic[], io: CommandIo): void {
  const color = io.stderr.isTTY === true && !io.env['NO_COLOR'];
  for (const diagnostic of diagnostics) io.stderr.write(`${formatDiagnostic(diagnostic, { color })}\n`);
}
