import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts a text into a file that has no name any more, ready to be the standard input of a program that opens
 * /dev/stdin. Nothing is left behind when the process is killed after this; the caller closes the file.
 */
export async function spoolInput(text: string): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'tsecc-'));
  try {
    const file = await open(join(folder, 'input'), 'wx+', 0o600);
    try {
      await rm(folder, { recursive: true });
      // At a position of its own, so that the reader begins at the start.
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;)
        at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
