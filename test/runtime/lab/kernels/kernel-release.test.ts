import { join } from 'node:path';
import t from 'tap';
import { readKernelRelease } from '../../../../runtime/lab/kernels/kernel-release.js';

function bzImage(text: string): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write('HdrS', 0x202);
  bytes.writeUInt16LE(0x300, 0x20e);
  bytes.write(text, 0x500);
  return bytes;
}

t.test('the release is read from an x86 image', async (t) => {
  const directory = t.testdir({ vmlinuz: bzImage('6.1.0-56-cloud-amd64 (someone@somewhere) #1 SMP') });
  t.equal(readKernelRelease(join(directory, 'vmlinuz')), '6.1.0-56-cloud-amd64');
});

t.test('the release is read from an arm64 image', async (t) => {
  const directory = t.testdir({ Image: Buffer.from('\0\0ARMd Linux version 6.12.1-arm64 (gcc) #1') });
  t.equal(readKernelRelease(join(directory, 'Image')), '6.12.1-arm64');
});

t.test('what is no kernel image is refused', async (t) => {
  const directory = t.testdir({
    text: 'no kernel',
    empty: '',
    hostile: bzImage('../../etc (x)'),
    pointer: (() => {
      const bytes = bzImage('');
      bytes.writeUInt16LE(0xffff, 0x20e);
      return bytes;
    })(),
  });
  for (const name of ['text', 'empty', 'hostile', 'pointer', 'absent']) {
    t.throws(() => readKernelRelease(join(directory, name)), { code: 'tool-missing' }, name);
  }
});
