import t from 'tap';
import { processRegions, readRegionFile } from '../../../runtime/symbols/process-regions.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const maps = [
  '55d0c0a00000-55d0c0a01000 r--p 00000000 fe:01 131 /usr/bin/a file',
  '55d0c0a01000-55d0c0a05000 r-xp 00001000 fe:01 131 /usr/bin/a file (deleted)',
  '7f0000000000-7f0000001000 rwxp 00000000 00:00 0 ',
  '7ffd00000000-7ffd00002000 r-xp 00000000 00:00 0                          [vdso]',
  'no line of the kernel',
].join('\n');

t.test('the executable regions of a process', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/maps': `${maps}\n` } });
  t.same(processRegions(kernel, 7), [
    {
      start: 0x55d0_c0a0_1000n,
      end: 0x55d0_c0a0_5000n,
      offset: 0x1000n,
      file: 'fe:01 131',
      path: '/usr/bin/a file (deleted)',
    },
    { start: 0x7f00_0000_0000n, end: 0x7f00_0000_1000n, offset: 0n, file: '00:00 0', path: '' },
    { start: 0x7ffd_0000_0000n, end: 0x7ffd_0000_2000n, offset: 0n, file: '00:00 0', path: '[vdso]' },
  ]);
  t.throws(() => processRegions(kernel, 8), { message: /errno 2$/ });
});

t.test('its file is read by the region itself, else as the process sees it', async (t) => {
  const region = { start: 0x1000n, end: 0x2000n, offset: 0n, file: '1 1', path: '/lib/x.so' };
  const kernel = new FakeKernel();
  t.equal(readRegionFile(kernel, 7, region, 100), undefined);
  kernel.binaries.set('/proc/7/root/lib/x.so', Uint8Array.of(2));
  t.same(readRegionFile(kernel, 7, region, 100), Uint8Array.of(2));
  kernel.binaries.set('/proc/7/map_files/1000-2000', Uint8Array.of(1, 1));
  t.same(readRegionFile(kernel, 7, region, 100), Uint8Array.of(1, 1));
  t.equal(readRegionFile(kernel, 7, region, 1), undefined, 'a file that is too large is not read');
});
