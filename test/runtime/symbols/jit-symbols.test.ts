import t from 'tap';
import { jitSymbols } from '../../../runtime/symbols/jit-symbols.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const map =
  '7f0000000000 20 LazyCompile:*run /a.js:1\n7f0000000040 10 Stub\nnot a line\nffffffffffffffff 1 wide\n';

t.test('functions that a process compiled, by the map that it writes where it sees itself', async (t) => {
  const kernel = new FakeKernel({
    files: { '/proc/70/status': 'Name:\tnode\nNSpid:\t70\t7\n', '/proc/70/root/tmp/perf-7.map': map },
  });
  const table = jitSymbols(kernel, 70);
  t.same(table.find(0x7f00_0000_0001), { name: 'LazyCompile:*run /a.js:1', offset: 1 });
  t.same(table.find(0x7f00_0000_004f), { name: 'Stub', offset: 15 });
  t.equal(table.find(0x7f00_0000_0050), undefined);
});

t.test('a process that says nothing, or is gone, has none', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/70/status': 'Name:\tnode\n' } });
  t.equal(jitSymbols(kernel, 70).find(1), undefined);
  t.equal(jitSymbols(kernel, 71).find(1), undefined);
});

t.test('a name without end is cut', async (t) => {
  const kernel = new FakeKernel({
    files: { '/proc/70/status': '', '/proc/70/root/tmp/perf-70.map': `10 10 ${'x'.repeat(5000)}\n` },
  });
  t.equal(jitSymbols(kernel, 70).find(16)?.name.length, 512);
});
