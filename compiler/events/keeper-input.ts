import { dirname } from 'node:path';
import { typeText, type EventType } from './event-type.js';

/** The name of a keeper function begins so; no program has it. */
export const keeperPrefix = '__tsecc_export_';

/**
 * C text that keeps types in an object's BTF: one static function in `.text` for each, which takes a pointer to it and
 * only returns. Nothing calls them, so libbpf (1.1 and 1.5 were tried) loads the same programs and the same maps as
 * without them. A variable, as ecc adds, makes a data section and with it a map; a function in a section of its own is
 * refused by libbpf; what is only declared leaves nothing in BTF (clang 14).
 */
export function exportKeeper(types: readonly EventType[]): string {
  return types
    .map(
      (type, index) =>
        `static __attribute__((used)) void ${keeperPrefix}${index}(${typeText(type)} *event) {}\n`,
    )
    .join('');
}

/** What clang gets instead of the user's file. */
export interface KeeperInput {
  /** The source with the keepers behind it. */
  readonly text: string;
  /**
   * The arguments in place of the file's path. They name /dev/stdin rather than `-`, because with `-` clang looks for
   * quoted headers in the working directory before the source's. Standard input must then be a file: clang opens it
   * anew, which a socket does not allow, and that is what Node makes of a pipe. A deleted temporary file will do.
   */
  readonly arguments: readonly string[];
}

/**
 * Adds keepers to a source without touching the file: line markers keep the user's path and lines in diagnostics, in
 * `__FILE__` and in line information, and the object is byte for byte the file's own when there are no types. `path`
 * is as the user gave it. The keepers count as a system header, so no option makes clang warn about them.
 */
export function keeperInput(path: string, text: string, types: readonly EventType[]): KeeperInput {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  // Two line ends: a backslash at the end of the source takes one of them.
  const keepers = types.length > 0 ? `\n\n# 1 "<tsecc exports>" 3\n${exportKeeper(types)}` : '';
  return {
    text: `# 1 ${quote(path)}\n${source}${keepers}`,
    arguments: ['-x', 'c', '-iquote', dirname(path), '/dev/stdin'],
  };
}

/** A C string literal; what is not plain ASCII goes in octal, byte by byte. */
function quote(path: string): string {
  const bytes = [...new TextEncoder().encode(path)];
  const escaped = bytes.map((byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : character;
  });
  return `"${escaped.join('')}"`;
}
