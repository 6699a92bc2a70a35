import { readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** A program that is larger is not taken along: it would have to fit into the guest's memory. */
const maxSize = 64 * 1024 * 1024;

/** `uprobe/./program:function` and its like: the path before the colon. */
const userProbe = /^\??(?:u(?:ret)?probe|usdt)(?:\.\w+)*\/([^:]+):/;

/**
 * The programs that sections of probes in user space name by a path below the working directory, `./program`: what a
 * lab's guest needs beside the package. Others are looked for in the guest.
 */
export function probedFiles(
  sections: readonly string[],
  directory: string,
): Readonly<Record<string, Uint8Array>> {
  const paths = sections.map((section) => userProbe.exec(section)?.[1] ?? '').filter(isBelow);
  return Object.fromEntries(
    [...new Set(paths.map(normalize))].flatMap((path) => {
      const found = statSync(join(directory, path), { throwIfNoEntry: false });
      const taken = found?.isFile() === true && found.size <= maxSize;
      return taken ? [[path, readFileSync(join(directory, path))]] : [];
    }),
  );
}

// A name without a slash is that of a library, or of a program in PATH.
const isBelow = (path: string): boolean =>
  path.includes('/') && !path.startsWith('/') && !normalize(path).startsWith('..');
