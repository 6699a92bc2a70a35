import t from 'tap';
import {
  filterMark,
  filterMarkText,
  parseFilterMark,
  undoFilter,
  type OwnFilter,
} from '../../../runtime/kernel/filter-mark.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const own: OwnFilter = {
  namespace: 4026531840,
  ifindex: 2,
  parent: 0xfffffff2,
  program: 57,
  madeQdisc: true,
};
const namespace = '/proc/self/ns/net';

/** Interface 2 with a filter of ours, and perhaps another. */
function kernelWith(...programs: readonly (number | undefined)[]): FakeKernel {
  const kernel = new FakeKernel();
  kernel.link('net:[4026531840]', namespace);
  kernel.route.qdiscs.set(2, 'clsact');
  kernel.route.filters = programs.map((programId, index) => ({
    ifindex: 2,
    parent: own.parent,
    handle: index + 1,
    info: 0xc0000300,
    kind: 'bpf',
    programId,
  }));
  return kernel;
}

t.test('a mark says all that is needed to find the filter again, in letters that bpffs takes', async (t) => {
  const text = filterMarkText(own);
  t.match(text, /^[\d-]+$/);
  t.same(parseFilterMark(text), own);
  for (const bad of ['', '1-2-3-4', '1-2-3-4-5-6', '../..', '1-2-3-x-0']) {
    t.equal(parseFilterMark(bad), undefined, bad);
  }
});

t.test('our filter goes, and the qdisc that was made for it', async (t) => {
  const kernel = kernelWith(57);
  undoFilter(kernel, own);
  t.same(kernel.route.log, ['remove filter 2 fffffff2', 'remove clsact 2']);
});

t.test("somebody else's filter stays, and the qdisc with it", async (t) => {
  const kernel = kernelWith(57, 58, undefined);
  undoFilter(kernel, own);
  t.same(
    kernel.route.filters.map(({ programId }) => programId),
    [58, undefined],
  );
  t.ok(kernel.route.qdiscs.has(2));
});

t.test('a qdisc that was there before stays', async (t) => {
  const kernel = kernelWith(57);
  undoFilter(kernel, { ...own, madeQdisc: false });
  t.same(kernel.route.log, ['remove filter 2 fffffff2']);
});

t.test('where the filter is gone nothing is touched', async (t) => {
  const kernel = kernelWith();
  undoFilter(kernel, own);
  t.same(kernel.route.log, []);
});

t.test('a mark of another network namespace waits for a run there', async (t) => {
  const kernel = kernelWith(57);
  t.equal(filterMark.undo(kernel, filterMarkText({ ...own, namespace: 1 })), false);
  t.same(kernel.route.log, []);
  t.equal(filterMark.undo(kernel, filterMarkText(own)), true);
  t.equal(kernel.route.log.length, 2);
});

t.test('what is no mark of ours is passed over', async (t) => {
  const kernel = kernelWith(57);
  t.equal(filterMark.undo(kernel, 'nonsense'), true);
  t.same(kernel.route.log, []);
});
