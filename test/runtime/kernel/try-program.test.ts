import t from 'tap';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { tryProgram } from '../../../runtime/kernel/try-program.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

/** A kernel that keeps the attributes of what it is to load, and answers with a log. */
function loader(log = '') {
  const attributes: Uint8Array[] = [];
  const kernel = new FakeKernel();
  const bpf = (command: number, given: Uint8Array): number => {
    t.equal(command, 5, 'BPF_PROG_LOAD');
    attributes.push(given);
    const view = new DataView(given.buffer);
    Buffer.from(`${log}\0`).copy(kernel.bytesAt(view.getBigUint64(32, true)));
    if (log !== '') throw new SystemCallError('bpf', 13);
    return 7;
  };
  const closed: number[] = [];
  return {
    closed,
    view: () => new DataView(attributes[0]?.buffer ?? new ArrayBuffer(0)),
    kernel: Object.assign(kernel, { bpf, close: (fd: number) => void closed.push(fd) }),
  };
}

t.test('a program that returns 0 is loaded, used and unloaded', async (t) => {
  const { kernel, view, closed } = loader();
  const used: number[] = [];
  const trial = tryProgram(kernel, { type: 26, attachType: 24, typeId: 99, sleepable: true }, (fd) =>
    used.push(fd),
  );
  t.same(trial, { errno: undefined, log: '' });
  t.same([used, closed], [[7], [7]]);
  t.same(
    [0, 4, 44, 68, 108].map((at) => view().getUint32(at, true)),
    [26, 2, 16, 24, 99],
  );
  t.same(
    [...kernel.bytesAt(view().getBigUint64(8, true))],
    [0xb7, 0, 0, 0, 0, 0, 0, 0, 0x95, 0, 0, 0, 0, 0, 0, 0],
  );
  t.equal(kernel.textAt(view().getBigUint64(16, true)), 'Dual BSD/GPL');
});

t.test('with a helper it calls that; what the verifier says is given', async (t) => {
  const { kernel, view, closed } = loader('R1 !read_ok');
  t.same(tryProgram(kernel, { type: 2, helper: 6 }), { errno: 13, log: 'R1 !read_ok' });
  t.equal(kernel.bytesAt(view().getBigUint64(8, true))[0], 0x85);
  t.same(closed, []);
});

t.test('what fails while it is used is thrown, and it is unloaded all the same', async (t) => {
  const { kernel, closed } = loader();
  const fail = () => {
    throw new SystemCallError('bpf', 22);
  };
  t.throws(() => tryProgram(kernel, { type: 1 }, fail), new SystemCallError('bpf', 22));
  t.same(closed, [7]);
});
