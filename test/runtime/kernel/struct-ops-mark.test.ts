import t from 'tap';
import { structOpsMark } from '../../../runtime/kernel/struct-ops-mark.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

/** A kernel whose next map to be opened is of this type. */
function kernelWithMap(type: number): FakeKernel {
  const kernel = new FakeKernel();
  kernel.info.set(100, [type, 31]);
  return kernel;
}

t.test('a struct_ops map that the dead left is taken out of use', async (t) => {
  const kernel = kernelWithMap(26);
  t.equal(structOpsMark.undo(kernel, '31'), true);
  t.same(kernel.log, ['map_get_fd_by_id 31', 'map_delete_elem 100', 'close 100']);
});

t.test('a map of another type, a map that is gone, and nonsense are left alone', async (t) => {
  const other = kernelWithMap(1);
  t.equal(structOpsMark.undo(other, '31'), true);
  t.same(other.log, ['map_get_fd_by_id 31', 'close 100']);
  const gone = kernelWithMap(26);
  gone.fail('bpf map_get_fd_by_id', 2);
  t.equal(structOpsMark.undo(gone, '31'), true);
  t.same(gone.log, []);
  const nonsense = kernelWithMap(26);
  t.equal(structOpsMark.undo(nonsense, '31; rm'), true);
  t.same(nonsense.log, []);
});

t.test('a refusal is thrown, so that the mark is kept', async (t) => {
  const kernel = kernelWithMap(26);
  kernel.fail('bpf map_get_fd_by_id', 1);
  t.throws(() => structOpsMark.undo(kernel, '31'), { message: /errno 1$/ });
});
