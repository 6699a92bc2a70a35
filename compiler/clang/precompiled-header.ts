import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheKey, fileIdentity } from '../toolchain/vmlinux-key.js';
import { languageFlags, type ClangTarget } from './clang-args.js';

/** vmlinux.h as this clang compiles it in advance: nine tenths of a compile are reading that header. */
export interface PrecompiledHeader {
  readonly path: string;
  readonly header: string;
  readonly clang: string;
  readonly flags: readonly string[];
}

// What takes longer than this has died.
const staleMs = 60_000;

/**
 * The precompiled header that a compile may use instead of reading vmlinux.h, whether it exists or not. Undefined
 * where that could change what the source means: it must include vmlinux.h before anything else, and the user's own
 * flags could define or shadow something.
 */
export function precompiledHeaderFor(
  clang: string,
  target: ClangTarget,
  text: string,
): PrecompiledHeader | undefined {
  const { vmlinuxDirectory, additionalFlags } = target;
  if (vmlinuxDirectory === undefined || additionalFlags.length > 0 || !startsWithVmlinux(text))
    return undefined;
  const flags = languageFlags(target);
  const path = join(vmlinuxDirectory, `${cacheKey(fileIdentity(clang), ...flags)}.pch`);
  return { path, header: join(vmlinuxDirectory, 'vmlinux.h'), clang, flags };
}

// Comments and space, then the include.
const firstInclude = /^(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*#[ \t]*include[ \t]*["<]vmlinux\.h[">]/;

/** True when the first thing in a source, but for comments, is the inclusion of vmlinux.h. */
export function startsWithVmlinux(text: string): boolean {
  return firstInclude.test(text.slice(0, 64 * 1024));
}

/**
 * Starts to make a precompiled header and does not wait for it: a process of its own at low priority, that outlives
 * this one by about a second. clang writes under another name and renames, so that no other compile sees half of it.
 * Does nothing when it exists, or another process is making it; a failure costs nothing but speed.
 */
export function makeInBackground({ path, header, clang, flags }: PrecompiledHeader): void {
  const claim = `${path}.making`;
  if (existsSync(path) || !claimIt(claim)) return;
  sweep(dirname(path));
  const child = spawn(clang, [...flags, '-x', 'c-header', header, '-o', path], {
    detached: true,
    stdio: 'ignore',
  });
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, 10);
  } catch {
    // It has ended already, or we may not: then it runs as it is.
  }
}

/** Removes a precompiled header that clang refuses, for instance because vmlinux.h was made again since. */
export function discard({ path }: PrecompiledHeader): void {
  rmSync(path, { force: true });
  rmSync(`${path}.making`, { force: true });
}

function claimIt(claim: string): boolean {
  try {
    if (ageOf(claim) > staleMs) rmSync(claim, { force: true });
    closeSync(openSync(claim, 'wx'));
    return true;
  } catch {
    return false;
  }
}

// What a clang that was killed has left: its own temporary files.
function sweep(directory: string): void {
  for (const name of readdirSync(directory).filter((entry) => entry.endsWith('.tmp'))) {
    if (ageOf(join(directory, name)) > staleMs) rmSync(join(directory, name), { force: true });
  }
}

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}
