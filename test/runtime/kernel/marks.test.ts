import t from 'tap';
import { sweepPins } from '../../../runtime/kernel/bpffs.js';
import { filterMark, filterMarkText } from '../../../runtime/kernel/filter-mark.js';
import { createMark, listMarks, undoMarks } from '../../../runtime/kernel/marks.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const own = { namespace: 7, ifindex: 2, parent: 0xfffffff2, program: 57, madeQdisc: true };

/** A kernel in which a filter of ours stands. */
function kernelWithFilter(): FakeKernel {
  const kernel = new FakeKernel();
  kernel.link('net:[7]', '/proc/self/ns/net');
  kernel.route.qdiscs.set(2, 'clsact');
  const place = { ifindex: 2, parent: own.parent, handle: 1, info: 0 };
  kernel.route.filters = [{ ...place, kind: 'bpf', programId: 57 }];
  return kernel;
}

t.test('a mark stands below bpffs until it is removed, and others can read it', async (t) => {
  const kernel = kernelWithFilter();
  const mark = await createMark(kernel, filterMark, filterMarkText(own));
  t.same(listMarks(kernel, filterMark), ['7-2-4294967282-57-1']);
  mark.remove();
  t.same(listMarks(kernel, filterMark), []);
  t.same(kernel.openDescriptors, []);
});

t.test('a sweep undoes what the marks of the dead speak of', async (t) => {
  const kernel = kernelWithFilter();
  kernel.addDirectory(`/sys/fs/bpf/tsecli/dead/filter-${filterMarkText(own)}`);
  await sweepPins(kernel);
  t.same(kernel.route.log, ['remove filter 2 fffffff2', 'remove clsact 2']);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
});

t.test('what the living have put there stays', async (t) => {
  const kernel = kernelWithFilter();
  kernel.addDirectory(`/sys/fs/bpf/tsecli/alive/filter-${filterMarkText(own)}`);
  kernel.lockedElsewhere.add('/sys/fs/bpf/tsecli/alive');
  await sweepPins(kernel);
  t.same(kernel.route.log, []);
});

t.test('a mark that cannot be undone from here is kept for another sweep', async (t) => {
  const kernel = kernelWithFilter();
  kernel.addDirectory(`/sys/fs/bpf/tsecli/dead/filter-${filterMarkText({ ...own, namespace: 8 })}`);
  await sweepPins(kernel);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), ['dead']);
});

t.test('pins beside marks are passed over', async (t) => {
  const kernel = new FakeKernel();
  kernel.addDirectory('/sys/fs/bpf/tsecli/dead/programs');
  t.equal(undoMarks(kernel, '/sys/fs/bpf/tsecli/dead'), true);
});

t.test('a mark that cannot be made leaves no directory', async (t) => {
  const kernel = new FakeKernel();
  const make = kernel.makeDirectory.bind(kernel);
  kernel.makeDirectory = (path) => {
    if (path.includes('/filter-')) throw new Error('full');
    make(path);
  };
  await t.rejects(createMark(kernel, filterMark, 'x'), { message: 'full' });
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
});
