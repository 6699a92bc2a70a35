// What every row starts from: the built commands, the seed lesson in a folder of its own, a warm or a fresh cache.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const tsecc = join(root, 'dist/bin/tsecc.js');
export const tsecli = join(root, 'dist/bin/tsecli.js');

/** A temporary folder with the seed lesson's source in it; removed by `close`. */
export function openWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'tsecc-bench-'));
  const source = join(folder, 'kprobe-link.bpf.c');
  copyFileSync(join(root, 'tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c'), source);
  return { folder, source, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The environment with a cache of its own, empty at first. */
export const withCache = (folder) => ({ ...process.env, XDG_CACHE_HOME: folder });
