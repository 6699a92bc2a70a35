import { relative } from 'node:path';
import { statSync } from 'node:fs';
import type { CommandIo } from '../../core/command.js';
import { escapeText } from '../../core/escape.js';
import { TseccError } from '../../core/errors.js';
import { languageOf, speak } from '../../core/language.js';
import { message, type Phrase } from '../../core/message.js';
import { makeEditorFiles } from './editor-files.js';
import { headerPreamble } from './header-preamble.js';
import { editorHelp } from './help.js';
import { parseEditor } from './parse-editor.js';
import { prepareTypes } from './prepare-types.js';
import { updateFiles } from './update-files.js';

/**
 * `tsecc editor …`: writes files for editors into a folder that is there, and gives the exit code. The paths of what it
 * wrote go to stdout, what is left to do to stderr. Throws `usage`, and what making vmlinux.h throws.
 */
export async function editor(argv: readonly string[], io: CommandIo, signal?: AbortSignal): Promise<number> {
  const { directory, vmlinux, language, help } = parseEditor(argv);
  const translate = await speak(languageOf(io.env, language));
  if (help) {
    io.stdout.write(translate(editorHelp));
    return 0;
  }
  requireDirectory(directory);
  const onProgress = (text: Phrase): unknown => io.stderr.write(translate(text));
  const types = await prepareTypes({ env: io.env, file: vmlinux, signal, onProgress });
  if (types.failure !== undefined) throw types.failure;
  const request = { directory, types: types.directory, preamble: headerPreamble(directory) };
  const { written, kept } = updateFiles(makeEditorFiles(request));
  for (const { path } of written) io.stdout.write(`${escapeText(relative('', path))}\n`);
  for (const { path, content } of kept) {
    const told = translate(message`kept '${relative('', path)}', which is yours; add to it:`);
    io.stderr.write(`${escapeText(told)}\n${content.slice(content.indexOf('\n') + 1)}\n`);
  }
  return 0;
}

function requireDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new TseccError('usage', message`editor: there is no directory '${path}'`, {
    cure: message`name one with BPF sources, or begin with tsecc init`,
  });
}
