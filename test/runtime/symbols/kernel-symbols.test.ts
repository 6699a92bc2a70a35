import t from 'tap';
import { kernelSymbols, kernelSymbolsNote } from '../../../runtime/symbols/kernel-symbols.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const path = '/proc/kallsyms';
const lines = [
  '0000000000000000 A fixed_percpu_data',
  'ffffffff81000100 t vfs_write',
  'ffffffff81000000 T vfs_read',
  'ffffffff81000010 D a_variable',
  'ffffffffc0001000 t ext4_sync\t[ext4]',
  'ffffffffc0002000 t bpf_prog_6deef7357e7b4530_on_open\t[bpf]',
].join('\n');

t.test('addresses are named by functions, with their module', async (t) => {
  const name = kernelSymbols(new FakeKernel({ files: { [path]: `${lines}\n` } }));
  t.equal(name(0xffff_ffff_8100_0012n), 'vfs_read+0x12');
  t.equal(name(0xffff_ffff_8100_0100n), 'vfs_write+0x0');
  t.equal(name(0xffff_ffff_c000_1008n), 'ext4_sync+0x8 [ext4]');
  t.equal(name(0xffff_ffff_c000_2001n), 'bpf_prog_6deef7357e7b4530_on_open+0x1 [bpf]');
  t.equal(name(0xffff_ffff_8000_0000n), undefined);
  t.equal(name(0x7fff_0000_0000n), undefined);
});

t.test('the file is read once, and not before the first question', async (t) => {
  const kernel = new FakeKernel({ files: { [path]: `${lines}\n` } });
  const readText = kernel.readText.bind(kernel);
  let reads = 0;
  kernel.readText = (file) => (reads++, readText(file));
  const name = kernelSymbols(kernel);
  t.equal(reads, 0);
  name(0xffff_ffff_8100_0012n);
  name(0xffff_ffff_8100_0013n);
  t.equal(reads, 1);
  t.equal(kernelSymbols(new FakeKernel())(0xffff_ffff_8100_0012n), undefined, 'nor is it needed');
});

t.test('a kernel that hides its addresses is told of', async (t) => {
  const hidden = new FakeKernel({ files: { [path]: '' } });
  hidden.feed(path, lines.replaceAll(/^ffff\w+/gm, '0000000000000000'));
  t.match(kernelSymbolsNote(hidden), /kptr_restrict/);
  t.same(hidden.openDescriptors, []);
  const open = new FakeKernel({ files: { [path]: '' } });
  open.feed(path, lines);
  t.equal(kernelSymbolsNote(open), undefined);
  t.match(kernelSymbolsNote(new FakeKernel()), /no names/);
});
