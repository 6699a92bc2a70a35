import { closeSync, openSync, readSync } from 'node:fs';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

/**
 * The release a kernel image names in itself: of an x86 bzImage the header has a pointer to it
 * (Documentation/arch/x86/boot.rst), an arm64 image has it after `Linux version `. Throws `tool-missing`.
 */
export function readKernelRelease(path: string): string {
  const bytes = readHead(path);
  const release = bzImageRelease(bytes) ?? /Linux version (\S{1,100}) /.exec(bytes.toString('latin1'))?.[1];
  if (release && /^\d+\.\d+[\w.+~-]*$/.test(release)) return release;
  throw new TseccError('tool-missing', message`open lab: '${path}' is not a Linux kernel image`, {
    cure: message`name a vmlinuz, or a version such as 6.1`,
  });
}

function bzImageRelease(bytes: Buffer): string | undefined {
  // "HdrS" at 0x202; kernel_version at 0x20e is an offset from 0x200 to a text that ends with a zero byte.
  if (bytes.length < 0x210 || bytes.toString('latin1', 0x202, 0x206) !== 'HdrS') return undefined;
  const at = bytes.readUInt16LE(0x20e) + 0x200;
  return bytes.toString('latin1', at, bytes.indexOf(0, at)).split(' ')[0];
}

function readHead(path: string): Buffer {
  try {
    const fd = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(1 << 20);
      return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(fd);
    }
  } catch (cause) {
    throw new TseccError('tool-missing', message`open lab: cannot read kernel image '${path}'`, { cause });
  }
}
