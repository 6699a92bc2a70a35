import t from 'tap';
import { foldFrames, renderStack } from '../../../runtime/render/stacks.js';

const frame = (address: bigint, symbol?: string) => ({ address, symbol });

t.test('a sample is who was running, and the frames of both sides', async (t) => {
  const kernel = [frame(0xffff_ffff_8100_0010n, 'do_work+0x10'), frame(0xffff_ffff_8100_1000n)];
  t.equal(
    renderStack({ comm: 'ma\x1bin', pid: 7, cpu: 1, kernel, user: [frame(0x40_1000n, 'main+0x0')] }),
    `COMM: ma\\x1bin (pid=7) @ CPU 1
Kernel:
  0 [<ffffffff81000010>] do_work+0x10
  1 [<ffffffff81001000>]
Userspace:
  0 [<0000000000401000>] main+0x0

`,
  );
  t.match(
    renderStack({ comm: 'x', pid: 1, cpu: 0, kernel: [], user: [] }),
    'CPU 0\nNo Kernel Stack\nNo Userspace Stack\n\n',
  );
});

t.test('folded, the outermost frame comes first', async (t) => {
  t.equal(foldFrames([frame(1n, 'sleep;x'), frame(2n), frame(3n, 'main')]), 'main;0x2;sleep:x');
  t.equal(foldFrames([]), '');
});
