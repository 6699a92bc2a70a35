import t from 'tap';
import {
  namedPinMark,
  namedPinNote,
  namedPinPath,
  removeNamedPin,
} from '../../../runtime/kernel/named-pin.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

/** The next descriptor, that of the pin, is of a map with this number. */
function pinned(id: number): FakeKernel {
  const kernel = new FakeKernel({ files: { '/sys/fs/bpf/counts': '' } });
  kernel.info.set(100, [1, id]);
  return kernel;
}

t.test('a pin is removed as long as it is that of the map', async (t) => {
  const ours = pinned(7);
  t.equal(namedPinPath(ours, 'counts'), '/sys/fs/bpf/counts');
  removeNamedPin(ours, 7, 'counts');
  t.notOk(ours.exists('/sys/fs/bpf/counts'));
  const others = pinned(8);
  removeNamedPin(others, 7, 'counts');
  t.ok(others.exists('/sys/fs/bpf/counts'));
  t.same([...ours.openDescriptors, ...others.openDescriptors], []);
  removeNamedPin(new FakeKernel(), 7, 'counts');
});

t.test('the mark of a dead run takes its pin away, and says nothing else', async (t) => {
  const kernel = pinned(7);
  t.ok(namedPinMark.undo(kernel, '8-counts'));
  t.ok(kernel.exists('/sys/fs/bpf/counts'), 'another map stands there by now');
  kernel.info.set(101, [1, 7]);
  t.ok(namedPinMark.undo(kernel, namedPinNote(7, 'counts')));
  t.notOk(kernel.exists('/sys/fs/bpf/counts'));
  t.ok(namedPinMark.undo(kernel, '7-../../etc/passwd'));
  t.notOk(kernel.log.some((entry) => entry.includes('passwd')));
});
