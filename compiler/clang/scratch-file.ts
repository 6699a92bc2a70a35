import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * An empty file that has no name any more: a program that inherits its descriptor opens it as `/dev/fd/N`. Nothing is
 * left behind when the process is killed after this; the caller closes it. Throws Node's error where the temporary
 * directory cannot be written.
 */
export async function openScratchFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'tsecc-'));
  try {
    return await open(join(folder, 'scratch'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
