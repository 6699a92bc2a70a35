import { readFile, type FileHandle } from 'node:fs/promises';
import { openScratchFile } from './scratch-file.js';

/**
 * Puts a source's bytes and a text behind them into a file that has no name any more, ready to be the standard input of
 * a program that opens /dev/stdin. The caller closes it. Throws Node's error where the source cannot be read or the
 * temporary directory not be written.
 */
export async function spoolSource(source: string, appended: string): Promise<FileHandle> {
  // The bytes as they are: not every source is UTF-8.
  const bytes = Buffer.concat([await readFile(source), Buffer.from(appended)]);
  const file = await openScratchFile();
  try {
    // At a position of its own, so that the reader begins at the start.
    for (let at = 0; at < bytes.length;)
      at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
