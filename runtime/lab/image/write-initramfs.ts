import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { writeCpio } from './cpio.js';
import { guestContents, type GuestParts } from './contents.js';

/**
 * Writes the guest's initramfs. It is not compressed: to unpack costs an emulated processor more than to load.
 * Throws `tool-missing` where a part is not there, and what the file system says where it is full.
 */
export async function writeInitramfs(path: string, parts: GuestParts, signal?: AbortSignal): Promise<void> {
  const target = createWriteStream(path, { highWaterMark: 4 << 20 });
  await pipeline(writeCpio(await guestContents(parts)), target, signal ? { signal } : {});
}
