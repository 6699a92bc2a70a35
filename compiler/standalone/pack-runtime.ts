import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packTar } from '../output/pack-tar.js';
import { writeAtomically } from '../output/write-atomically.js';
import { cacheDirectory } from '../toolchain/cache-directory.js';
import type { Environment } from '../toolchain/find-executable.js';
import { markUsed, trimCache, type CacheLimits } from '../toolchain/trim-cache.js';
import { cacheKey, fileIdentity } from '../toolchain/vmlinux-key.js';
import type { RuntimeFiles } from './runtime-files.js';

// Of a runtime has 40 MB: this Node's and the one's before it.
const limits: CacheLimits = { maxBytes: 100 * 1024 * 1024, maxAge: 60 * 24 * 60 * 60 * 1000 };

/**
 * A runtime as bytes of a .tar.gz. Compressing it takes seconds, so it is kept in the cache, by what it is made of;
 * `onMake` is called before it has to be made. Where the cache cannot be written to, it is made each time.
 */
export async function packRuntime(
  runtime: RuntimeFiles,
  env: Environment,
  onMake: () => void = () => undefined,
): Promise<Uint8Array> {
  const directory = join(cacheDirectory(env), 'standalone');
  const path = join(directory, `${keyOf(runtime)}.tar.gz`);
  const kept = readKept(path);
  if (kept) return kept;
  onMake();
  const bytes = await pack(runtime);
  try {
    writeAtomically([{ path, content: bytes }]);
    trimCache(directory, limits);
  } catch {
    // Only the time is lost.
  }
  return bytes;
}

function readKept(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    markUsed(path);
    return bytes;
  } catch {
    return undefined;
  }
}

function keyOf({ files, scripts }: RuntimeFiles): string {
  return cacheKey(
    'runtime',
    ...[...files].flatMap(([name, path]) => [name, fileIdentity(path)]),
    ...[...scripts].flat(),
  );
}

/** Links and scripts in a directory of their own, which the tar follows. */
async function pack({ files, scripts }: RuntimeFiles): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'tsecc-runtime-'));
  const place = (name: string): string => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  try {
    for (const [name, path] of files) symlinkSync(path, place(name));
    for (const [name, text] of scripts) writeFileSync(place(name), text, { mode: 0o755 });
    return await packTar(directory, [...files.keys(), ...scripts.keys()].sort(), { gzip: true });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
