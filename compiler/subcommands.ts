import type { CommandIo } from '../core/command.js';

/** Something else that tsecc does than to compile: gives its exit code, throws what `main` explains. */
export type Subcommand = (argv: readonly string[], io: CommandIo, signal?: AbortSignal) => Promise<number>;

// Loaded only when asked for: a compile starts without them.
const loaders: Readonly<Record<string, () => Promise<Subcommand>>> = {
  init: async () => (await import('./init/init.js')).init,
  editor: async () => (await import('./editor/editor.js')).editor,
};

/** What a command line asks for by its first word, if that is no source: one that is called so is `./init`. */
export async function subcommandOf(word: string | undefined): Promise<Subcommand | undefined> {
  return word !== undefined && Object.hasOwn(loaders, word) ? loaders[word]?.() : undefined;
}
