import t from 'tap';
import { userSymbols } from '../../../runtime/symbols/user-symbols.js';
import { elfProgram } from '../../fixtures/elf-program.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const maps = [
  '55d000001000-55d000002000 r-xp 00001000 fe:01 131 /usr/bin/app',
  '7f0000000000-7f0000001000 rwxp 00000000 00:00 0 ',
  '7f0000002000-7f0000003000 r-xp 00000000 00:00 0 [vdso]',
].join('\n');

function appKernel(): FakeKernel {
  const kernel = new FakeKernel({
    files: {
      '/proc/7/maps': maps,
      '/proc/7/status': 'NSpid:\t7\n',
      '/proc/7/root/tmp/perf-7.map': '7f0000000000 20 compiled\n',
    },
  });
  kernel.binaries.set('/proc/7/root/usr/bin/app', elfProgram([[0x40_1000, 16, 'main']]));
  return kernel;
}

t.test('an address is named by the file it is mapped from, or by what the process compiled', async (t) => {
  const name = userSymbols(appKernel());
  t.equal(name(0x55d0_0000_1004n, 7), 'main+0x4 [app]');
  t.equal(name(0x55d0_0000_1800n, 7), '[app+0x1800]');
  t.equal(name(0x7f00_0000_0008n, 7), 'compiled+0x8');
  t.equal(name(0x7f00_0000_0800n, 7), undefined);
  t.equal(name(0x7f00_0000_2000n, 7), '[vdso]');
  t.equal(name(0x1234n, 7), undefined);
});

t.test('without a process, or once it is gone, there is no name', async (t) => {
  const name = userSymbols(appKernel());
  t.same(
    [name(0x55d0_0000_1004n, undefined), name(0x55d0_0000_1004n, 0), name(0x55d0_0000_1004n, 8)],
    [undefined, undefined, undefined],
  );
});

t.test('what is mapped is looked at again after a while; one that ends keeps what it had', async (t) => {
  const kernel = appKernel();
  let now = 0;
  const name = userSymbols(kernel, () => now);
  t.equal(name(0x55d0_0000_1004n, 7), 'main+0x4 [app]');
  kernel.texts.set('/proc/7/maps', maps.replaceAll('55d0', '66d0'));
  t.equal(name(0x66d0_0000_1004n, 7), undefined);
  now = 2000;
  t.equal(name(0x66d0_0000_1004n, 7), 'main+0x4 [app]');
  kernel.texts.set('/proc/7/maps', '');
  now = 4000;
  t.equal(name(0x66d0_0000_1004n, 7), 'main+0x4 [app]', 'one that its parent has not waited for');
  kernel.texts.delete('/proc/7/maps');
  now = 6000;
  t.equal(name(0x66d0_0000_1004n, 7), 'main+0x4 [app]');
});

t.test('a program that ends after its first address has all its names', async (t) => {
  const kernel = appKernel();
  const name = userSymbols(kernel);
  t.equal(name(0x7f00_0000_2000n, 7), '[vdso]');
  kernel.binaries.clear();
  t.equal(name(0x55d0_0000_1004n, 7), 'main+0x4 [app]');
});

t.test(
  'a large program is read when an address of its own is asked for, and holds nothing up before',
  async (t) => {
    const kernel = appKernel();
    const read: number[] = [];
    const real = kernel.readBytes.bind(kernel);
    kernel.readBytes = (path, limit) => {
      if (!path.endsWith('/app')) return real(path, limit);
      read.push(limit);
      return limit < 32 * 1024 * 1024 ? undefined : real(path, limit);
    };
    const name = userSymbols(kernel);
    t.equal(name(0x7f00_0000_2000n, 7), '[vdso]');
    t.ok(read.length > 0 && read.every((limit) => limit < 32 * 1024 * 1024), 'it is not read whole');
    t.equal(name(0x55d0_0000_1004n, 7), 'main+0x4 [app]');
  },
);

t.test('a file is read once for all processes that map it', async (t) => {
  const kernel = appKernel();
  const name = userSymbols(kernel);
  name(0x55d0_0000_1004n, 7);
  kernel.binaries.clear();
  kernel.addFile('/proc/9/maps', maps);
  t.equal(name(0x55d0_0000_1004n, 9), 'main+0x4 [app]');
});

t.test('what is remembered is bounded', async (t) => {
  const kernel = appKernel();
  const name = userSymbols(kernel);
  for (let pid = 1000; pid < 1200; pid++)
    kernel.addFile(`/proc/${pid}/maps`, maps.replace('131', String(pid)));
  for (let pid = 1000; pid < 1200; pid++) name(0x55d0_0000_1004n, pid);
  t.equal(name(0x55d0_0000_1004n, 7), 'main+0x4 [app]');
});
