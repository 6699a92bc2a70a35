import { relative } from 'node:path';
import type { CommandIo } from '../../core/command.js';
import { escapeText } from '../../core/escape.js';
import { explainError, TseccError } from '../../core/errors.js';
import { languageOf, speak, type Language } from '../../core/language.js';
import { message, type Translate } from '../../core/message.js';
import { makeEditorFiles } from '../editor/editor-files.js';
import { prepareTypes } from '../editor/prepare-types.js';
import { refuseExisting, writeNewFiles } from '../output/write-new-files.js';
import { canAsk, chooseLine } from './choose-template.js';
import { findTemplate } from './find-template.js';
import { initHelp } from './help.js';
import { listTemplates } from './list-templates.js';
import { makeFiles } from './make-files.js';
import { parseInit, type InitCommand } from './parse-init.js';
import { runCommands, shellWord } from './run-commands.js';
import { readTemplates, type Template } from './template.js';

/** Exit code of a program that SIGINT ended, as a shell has it. */
const interrupted = 130;

/**
 * `tsecc init …`: writes a program to begin with, and gives the exit code. The paths of what it wrote go to stdout, what
 * to do next to stderr. Throws `usage`; then nothing was written.
 */
export async function init(argv: readonly string[], io: CommandIo, signal?: AbortSignal): Promise<number> {
  const command = parseInit(argv);
  const language = languageOf(io.env, command.language);
  const translate = await speak(language);
  const templates = readTemplates();
  const lines = listTemplates(templates, language);
  if (command.help || command.list) {
    io.stdout.write(command.help ? translate(initHelp(indent(lines))) : `${lines.join('\n')}\n`);
    return 0;
  }
  const template =
    command.template === undefined
      ? await ask(templates, lines, io, translate, signal)
      : findTemplate(templates, command.template);
  if (!template) return interrupted;
  await write(template, command, { io, language, translate, signal });
  return 0;
}

const indent = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n');

async function ask(
  templates: readonly Template[],
  lines: readonly string[],
  io: CommandIo,
  translate: Translate,
  signal: AbortSignal | undefined,
): Promise<Template | undefined> {
  if (!canAsk(io)) {
    const ids = templates.map(({ id }) => id).join(', ');
    throw new TseccError('usage', message`init: no template named, and no terminal to ask in`, {
      cure: message`one of ${ids}; tsecc init --list tells what they show`,
    });
  }
  const index = await chooseLine(lines, io, translate, signal);
  return index === undefined ? undefined : templates[index];
}

interface Telling {
  readonly io: CommandIo;
  readonly language: Language;
  readonly translate: Translate;
  readonly signal: AbortSignal | undefined;
}

async function write(template: Template, command: InitCommand, telling: Telling): Promise<void> {
  const { io, language, translate, signal } = telling;
  const { directory, name = template.id } = command;
  const tell = (line: string): unknown => io.stderr.write(`${escapeText(line)}\n`);
  const program = makeFiles(template, name, directory, language);
  const cure = message`choose another directory: tsecc init ${template.id} DIR`;
  // Types may come from a lab, which takes a while to start: not for nothing.
  refuseExisting(program, cure);
  const types = await prepareTypes({ env: io.env, signal, onProgress: (text) => io.stderr.write(text) });
  const files = [
    ...program,
    ...makeEditorFiles({ directory, types: types.directory, preamble: 'vmlinux.h' }),
  ];
  signal?.throwIfAborted();
  writeNewFiles(files, cure);
  for (const { path } of files) io.stdout.write(`${escapeText(relative('', path))}\n`);
  if (types.failure !== undefined) {
    tell(translate(message`editors: vmlinux.h is missing: ${explainError(types.failure, translate)}`));
    tell(translate(message`when that is mended: tsecc editor`));
  }
  const place = relative('', directory);
  tell(translate(message`next:`));
  for (const line of [...(place === '' ? [] : [`cd ${shellWord(place)}`]), ...runCommands(template, name)])
    tell(`  ${line}`);
}
