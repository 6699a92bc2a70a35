import { resolve } from 'node:path';
import { readLibraryCache } from '../../../core/elf/read-library-cache.js';
import type { Kernel } from '../../kernel/types.js';

/** Directories of executables, searched behind PATH. */
const executableDirectories = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/** Directories of libraries that a cache may not list, as on a system with musl. */
const libraryDirectories = ['/usr/local/lib', '/usr/lib64', '/lib64', '/usr/lib', '/lib'];

const maxCacheSize = 64 << 20;

/**
 * The absolute path of an executable or a library that a section names: a path as it is (relative ones from the
 * working directory); `libc.so.6`, or `libc` for short, from the dynamic linker's cache; any other name from PATH.
 * Undefined when there is no such file.
 */
export function findBinary(
  kernel: Kernel,
  name: string,
  path = process.env['PATH'] ?? '',
): string | undefined {
  const candidates = name.includes('/')
    ? [resolve(name)]
    : [...inDirectories([...path.split(':'), ...executableDirectories], name), ...libraries(kernel, name)];
  return candidates.find((candidate) => kernel.exists(candidate));
}

function inDirectories(directories: readonly string[], name: string): readonly string[] {
  return directories
    .filter((directory) => directory.startsWith('/'))
    .map((directory) => `${directory}/${name}`);
}

/** `libc` means `libc.so` of any version; a whole name itself only. */
function libraries(kernel: Kernel, name: string): readonly string[] {
  const short = name.includes('.so') ? undefined : `${name}.so`;
  const isMeant = (file: string): boolean =>
    short === undefined ? file === name : file === short || file.startsWith(`${short}.`);
  const cached = cachedLibraries(kernel).filter((library) => isMeant(library.name));
  const listed = directoriesOfLibraries(kernel).flatMap((directory) =>
    filesOf(kernel, directory)
      .filter(isMeant)
      .map((file) => `${directory}/${file}`),
  );
  return [...cached.map((library) => library.path), ...listed];
}

/** Debian keeps the libraries of an architecture in a directory of its name, such as x86_64-linux-gnu. */
function directoriesOfLibraries(kernel: Kernel): readonly string[] {
  return libraryDirectories.flatMap((directory) => [
    directory,
    ...filesOf(kernel, directory)
      .filter((name) => name.includes('-linux-'))
      .map((name) => `${directory}/${name}`),
  ]);
}

function cachedLibraries(kernel: Kernel): ReturnType<typeof readLibraryCache> {
  try {
    return readLibraryCache(kernel.readBytes('/etc/ld.so.cache', maxCacheSize) ?? new Uint8Array());
  } catch {
    // No cache, or none that can be read: the directories remain.
    return [];
  }
}

function filesOf(kernel: Kernel, directory: string): readonly string[] {
  try {
    return kernel.list(directory);
  } catch {
    return [];
  }
}
