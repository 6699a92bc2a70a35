import { readBtf } from '../../core/btf/read-btf.js';
import type { Btf } from '../../core/btf/types.js';
import type { Kernel } from './types.js';

/** Between 4 and 8 MB on distribution kernels; more than this is none. */
const maxSize = 256 * 1024 * 1024;

/** The types of the running kernel (CONFIG_DEBUG_INFO_BTF), some 0.1 s of work. */
export function readKernelBtf(kernel: Kernel): Btf {
  const fd = kernel.open('/sys/kernel/btf/vmlinux');
  try {
    const chunks: Uint8Array[] = [];
    const chunk = new Uint8Array(1024 * 1024);
    for (let total = 0; total < maxSize;) {
      const size = kernel.read(fd, chunk);
      if (size === undefined || size === 0) break;
      chunks.push(chunk.slice(0, size));
      total += size;
    }
    return readBtf(new Uint8Array(Buffer.concat(chunks)));
  } finally {
    kernel.close(fd);
  }
}
