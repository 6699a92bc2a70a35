import t from 'tap';
import { mapInfo, programId, verifiedInstructions } from '../../../runtime/kernel/object-info.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test("a program's number is the second word of its info", async (t) => {
  const kernel = new FakeKernel();
  kernel.info.set(5, [3, 57]);
  t.equal(programId(kernel, 5), 57);
});

t.test('verified instructions are where Linux 5.16 put them, and older kernels say none', async (t) => {
  const kernel = new FakeKernel();
  kernel.info.set(5, [...Array.from({ length: 54 }, () => 0), 57]);
  t.equal(verifiedInstructions(kernel, 5), 57);
  kernel.info.set(5, [3]);
  t.equal(verifiedInstructions(kernel, 5), undefined);
});

t.test("a map's info is read where struct bpf_map_info has it", async (t) => {
  const kernel = new FakeKernel();
  kernel.info.set(9, [26, 31, 4, 256, 1, 0x2000, 0, 0, 0, 0, 0, 1234]);
  t.same(mapInfo(kernel, 9), {
    type: 26,
    id: 31,
    keySize: 4,
    valueSize: 256,
    maxEntries: 1,
    flags: 0x2000,
    kernelValueType: 1234,
  });
});

t.test('a refusal keeps its errno', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('bpf obj_get_info', 9);
  t.throws(() => programId(kernel, 5), { message: /errno 9$/ });
});
