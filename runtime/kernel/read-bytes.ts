import type { Kernel } from './types.js';

const blockSize = 1 << 20;

/** The whole of a file of /proc or /sys, as bytes: these tell no size, and give no more than a page at a time. */
export function readBytes(kernel: Kernel, path: string): Uint8Array {
  const fd = kernel.open(path);
  try {
    const blocks: Uint8Array[] = [];
    let block = readBlock(kernel, fd);
    for (; block.length === blockSize; block = readBlock(kernel, fd)) blocks.push(block);
    return Buffer.concat([...blocks, block]);
  } finally {
    kernel.close(fd);
  }
}

/** A block, shorter than the others only at the end of the file. */
function readBlock(kernel: Kernel, fd: number): Uint8Array {
  const block = new Uint8Array(blockSize);
  let filled = 0;
  while (filled < blockSize) {
    const size = kernel.read(fd, block.subarray(filled)) ?? 0;
    if (size === 0) break;
    filled += size;
  }
  return block.subarray(0, filled);
}
