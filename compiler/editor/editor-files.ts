import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemDirectories } from '../clang/compile-source.js';
import { ownHeaders } from '../clang/own-headers.js';
import { installedPath } from '../output/installed-path.js';
import { renderTemplate } from '../output/render-template.js';
import { architectureOf } from '../toolchain/architecture.js';
import { clangdFlags } from './clangd-flags.js';
import { packageSchemaFile } from './package-schema-file.js';
import { seal } from './seal.js';

/** What files for editors are made for. */
export interface EditorRequest {
  /** The folder that an editor opens. */
  readonly directory: string;
  /** Where vmlinux.h lies. */
  readonly types: string;
  /** What a header is read behind: the first header of the sources. */
  readonly preamble: string;
}

/** A file for an editor. */
export interface EditorFile {
  readonly path: string;
  readonly content: string;
}

const schemaPath = '.vscode/bpf-package.schema.json';

/**
 * Files by which editors read BPF sources as tsecc compiles them (clangd), and know what a package may hold (Visual
 * Studio Code, also with Red Hat's YAML extension).
 */
export function makeEditorFiles({ directory, types, preamble }: EditorRequest): readonly EditorFile[] {
  const architecture = architectureOf(process.arch);
  const flags = clangdFlags({
    architecture,
    systemDirectories: systemDirectories(architecture),
    vmlinuxDirectory: types,
    ownHeaders: ownHeaders(),
  });
  // A JSON string is a YAML string, too.
  const text = {
    clangd: renderTemplate('editor/clangd', { flags: flags.map(quote), preamble: quote(preamble) }),
    settings: renderTemplate('editor/settings.json', {
      relative: quote(`./${schemaPath}`),
      schema: quote(schemaPath),
    }),
    extensions: renderTemplate('editor/extensions.json', {}),
    schema: packageSchemaFile(readFileSync(installedPath('core/package/package.schema.json'), 'utf8')),
  };
  return [
    { path: join(directory, '.clangd'), content: seal(text.clangd, { before: '# ' }) },
    { path: join(directory, '.vscode/settings.json'), content: seal(text.settings, { before: '// ' }) },
    { path: join(directory, '.vscode/extensions.json'), content: seal(text.extensions, { before: '// ' }) },
    { path: join(directory, schemaPath), content: text.schema },
  ];
}

const quote = (text: string): string => JSON.stringify(text);
