import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A directory that is watched. */
interface Watched {
  readonly watcher: FSWatcher;
  /** Which one it is: another may take its name. */
  readonly id: string;
}

/**
 * Tells when something happens to files, by watching the directories that they are in (inotify): a file that is saved by
 * putting another in its place is not the one that was watched. So that directories may vanish and come back,
 * those above them are watched for them.
 */
export class DirectoryWatcher implements Disposable {
  readonly #onChange: () => void;
  readonly #watched = new Map<string, Watched>();
  /** Names that matter, by directory. */
  #names = new Map<string, Set<string>>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches these absolute paths, and no others. What cannot be watched, as where the kernel allows no more, is not. */
  watch(paths: Iterable<string>): void {
    this.#names = namesByDirectory(paths);
    for (const [directory, { watcher }] of this.#watched) {
      if (this.#names.has(directory)) continue;
      watcher.close();
      this.#watched.delete(directory);
    }
    this.refresh();
  }

  /** Looks after directories that have come, gone, or been replaced. */
  refresh(): void {
    for (const directory of this.#names.keys()) {
      const id = directoryId(directory);
      const known = this.#watched.get(directory);
      if (known?.id === id) continue;
      known?.watcher.close();
      this.#watched.delete(directory);
      const watcher = id === undefined ? undefined : this.#open(directory);
      if (watcher && id !== undefined) this.#watched.set(directory, { watcher, id });
    }
  }

  [Symbol.dispose](): void {
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  #open(directory: string): FSWatcher | undefined {
    try {
      const watcher = watch(directory, (_, name) => {
        // What happens to the directory itself comes under its own name.
        const matters = name === null || name === basename(directory);
        if (matters || this.#names.get(directory)?.has(name)) this.#onChange();
      });
      // It has gone meanwhile.
      watcher.on('error', () => this.#onChange());
      return watcher;
    } catch {
      return undefined;
    }
  }
}

function namesByDirectory(paths: Iterable<string>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let child = path; child !== dirname(child); child = dirname(child)) {
      const directory = dirname(child);
      const known = names.get(directory);
      if (known?.has(basename(child))) break;
      if (known) known.add(basename(child));
      else names.set(directory, new Set([basename(child)]));
    }
  }
  return names;
}

function directoryId(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
