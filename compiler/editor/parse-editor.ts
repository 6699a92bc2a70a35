import { readWords } from '../read-words.js';

/** What a command line of `tsecc editor` asks for. */
export interface EditorCommand {
  /** The working directory when left out. */
  readonly directory: string;
  readonly vmlinux: string | undefined;
  readonly language: string | undefined;
  readonly help: boolean;
}

/** Reads the words behind `tsecc editor`. Throws `usage`. */
export function parseEditor(argv: readonly string[]): EditorCommand {
  const { words, isSet, valueOf } = readWords('editor', argv, { values: ['vmlinux'], most: 1 });
  const [directory = '.'] = words;
  return { directory, vmlinux: valueOf('vmlinux'), language: valueOf('lang'), help: isSet('help') };
}
