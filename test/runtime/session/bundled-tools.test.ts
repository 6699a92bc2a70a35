import t from 'tap';
import { bundledTools } from '../../../runtime/session/bundled-tools.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

t.test('a package that is no bundle is loaded by the usual bpftool', async (t) => {
  t.equal(await bundledTools({}, new FakeKernel(), memoryIo()), undefined);
});

t.test('a bundle that does not help says so, and the usual bpftool tries', async (t) => {
  const io = memoryIo();
  const btfs = new Map([['x/1/y/6.0', new Uint8Array()]]);
  t.equal(await bundledTools({ btfs }, new FakeKernel(), io), undefined);
  t.match(io.errors(), /^the bundle has no types for .*kernel 6\.1\.0-test\n$/);
});
