import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { checksumPath } from '../toolchain/checksum.js';
import { cacheLimits, trimCache } from '../toolchain/trim-cache.js';
import { cacheKey, fileIdentity } from '../toolchain/vmlinux-key.js';
import { languageFlags, type ClangTarget } from './clang-args.js';
import { macroFlags } from './macro-flags.js';
import { startsWithVmlinux } from './starts-with-vmlinux.js';

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
 * where that could change what the source means: it must include vmlinux.h before anything else, no other one may lie
 * beside it, and of the user's own flags only macros and directories are known to be harmless. Macros are part of the
 * precompiled header, so each set of them has its own.
 */
export function precompiledHeaderFor(
  clang: string,
  target: ClangTarget,
  text: string,
): PrecompiledHeader | undefined {
  const { vmlinuxDirectory, sourceDirectory } = target;
  const macros = macroFlags(target.additionalFlags);
  if (vmlinuxDirectory === undefined || macros === undefined || !startsWithVmlinux(text)) return undefined;
  if (existsSync(join(sourceDirectory, 'vmlinux.h'))) return undefined;
  const flags = [...languageFlags(target), ...macros];
  const path = join(vmlinuxDirectory, `${cacheKey(fileIdentity(clang), ...flags)}.pch`);
  return { path, header: join(vmlinuxDirectory, 'vmlinux.h'), clang, flags };
}

/**
 * Starts to make a precompiled header and does not wait for it: a process of its own at low priority, that outlives
 * this one by about a second. clang writes under another name and renames, so that no other compile sees half of it.
 * Does nothing when it exists, or another process is making it; a failure costs nothing but speed.
 */
export function makeInBackground({ path, header, clang, flags }: PrecompiledHeader): void {
  const claim = `${path}.making`;
  if (existsSync(path) || !isGuarded(header) || !claimIt(claim)) return;
  trimCache(dirname(dirname(path)), cacheLimits);
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

/** Removes a precompiled header that clang refuses, for instance because vmlinux.h was made again since, or that is damaged. */
export function discard({ path }: PrecompiledHeader): void {
  for (const each of [path, checksumPath(path), `${path}.making`]) rmSync(each, { force: true });
}

// The source includes the header once more: only a guard makes that nothing. bpftool writes one; a header that the user
// named may have none.
const guard =
  /^(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*#[ \t]*(?:ifndef[ \t]+(\w+)[ \t]*\r?\n\s*#[ \t]*define[ \t]+\1\b|pragma[ \t]+once\b)/;

function isGuarded(header: string): boolean {
  const bytes = Buffer.alloc(4096);
  const file = openSync(header, 'r');
  try {
    return guard.test(bytes.toString('latin1', 0, readSync(file, bytes)));
  } finally {
    closeSync(file);
  }
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

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}
