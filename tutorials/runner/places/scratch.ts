import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names of what is ours for a while say whose it is, so that another can remove it when its process was killed. */
const ours = /^tselearn-(\d+)-/;
const prefix = (): string => `tselearn-${process.pid}-`;

/** A directory that nobody has; whoever makes it removes it. What the dead left is removed before. */
export function makeScratch(parent: string = tmpdir()): string {
  for (const path of leftByDead(parent)) rmSync(path, { recursive: true, force: true });
  return mkdtempSync(join(parent, prefix()));
}

/** A cgroup that nobody is in, below a root of version 2; those of the dead are removed before. */
export function makeCgroup(root: string, word: string): string {
  leftByDead(root).forEach(removeCgroup);
  const path = join(root, `${prefix()}${word}`);
  mkdirSync(path);
  return path;
}

/** Removes a cgroup, unless a process that a workload left is in it: then it goes the next time. */
export function removeCgroup(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Not empty, or gone.
  }
}

function leftByDead(parent: string): readonly string[] {
  return readdirSync(parent).flatMap((name) => {
    const owner = ours.exec(name)?.[1];
    return owner === undefined || existsSync(`/proc/${owner}`) ? [] : [join(parent, name)];
  });
}
