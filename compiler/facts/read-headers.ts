import { readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { readDeclarations } from '../source/declarations.js';
import { parseC } from '../source/parse-c.js';
import type { Declarations } from '../source/types.js';

/** A header that was read. */
export interface HeaderFile {
  /** As clang would name it: the path of the including file's directory with what the `#include` says. */
  readonly path: string;
  readonly declarations: Declarations;
}

// vmlinux.h has 3 MB and nobody's doc comments; so have other machine-made headers.
const maxSize = 512 * 1024;
const maxHeaders = 64;

/** Directories that a compiler's flags add for quoted headers: `-Idir`, `-I dir`, `-iquote dir`. */
export function includeDirectories(flags: readonly string[]): string[] {
  return flags.flatMap((flag, index) => {
    const [, joined] = /^(?:-I|-iquote)(.+)$/.exec(flag) ?? [];
    if (joined !== undefined) return [joined];
    return flag === '-I' || flag === '-iquote' ? flags.slice(index + 1, index + 2) : [];
  });
}

/**
 * Reads the headers that a source includes in quotes, and those that they include, as far as they lie beside the
 * including file or in one of `directories`. Where one cannot be read, clang has something to say about it, not we.
 */
export async function readHeaders(
  path: string,
  source: Declarations,
  directories: readonly string[] = [],
): Promise<HeaderFile[]> {
  const found = new Map<string, HeaderFile>();
  const waiting = [{ path, declarations: source }];
  for (let file = waiting.shift(); file && found.size < maxHeaders; file = waiting.shift()) {
    for (const include of file.declarations.tree.masked.includes) {
      const name = /^"(.+)"$/.exec(include)?.[1];
      const header = name && locate(name, [dirname(file.path), ...directories]);
      if (!header || found.has(header.path) || found.size >= maxHeaders) continue;
      const read = { path: header.path, declarations: await parseHeader(header.text) };
      found.set(header.path, read);
      waiting.push(read);
    }
  }
  return [...found.values()];
}

/** The declarations of a header; its function bodies are of no interest. */
export async function parseHeader(text: string): Promise<Declarations> {
  return readDeclarations(await parseC(text, { bodiesWith: new Set() }));
}

function locate(name: string, directories: readonly string[]): { path: string; text: string } | undefined {
  for (const directory of directories) {
    const path = name.startsWith('/') ? name : normalize(join(directory, name));
    try {
      const found = statSync(path);
      // A directory or a device of that name is passed over by clang too.
      if (!found.isFile()) continue;
      return found.size <= maxSize ? { path, text: readFileSync(path, 'utf8') } : undefined;
    } catch {
      continue;
    }
  }
  return undefined;
}
