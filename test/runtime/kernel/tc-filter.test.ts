import t from 'tap';
import { addFilter, listFilters, removeFilter, type NewFilter } from '../../../runtime/kernel/tc-filter.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const place = { ifindex: 2, parent: 0xfffffff2 };
const filter: NewFilter = { ...place, handle: 7, priority: 3, program: 5, name: 'on_packet', action: false };

t.test('a filter is found by the number of its program, and by nobody else at another place', async (t) => {
  const kernel = new FakeKernel();
  addFilter(kernel, filter);
  t.same(listFilters(kernel, place), [{ ...place, handle: 7, info: 0x30300, kind: 'bpf', programId: 1005 }]);
  t.same(listFilters(kernel, { ...place, ifindex: 1 }), []);
  t.same(listFilters(kernel, { ...place, parent: 0xfffffff3 }), []);
});

t.test('the program of an action is found, too', async (t) => {
  const kernel = new FakeKernel();
  addFilter(kernel, { ...filter, action: true });
  t.match(kernel.route.filters, [{ programId: 1005, kind: 'bpf' }]);
});

t.test('the highest priority is no negative number', async (t) => {
  const kernel = new FakeKernel();
  addFilter(kernel, { ...filter, priority: 0xffff });
  t.same(kernel.route.log, ['add filter 2 fffffff2 info ffff0300']);
});

t.test('just the one filter is removed', async (t) => {
  const kernel = new FakeKernel();
  addFilter(kernel, filter);
  addFilter(kernel, { ...filter, handle: 8, program: 6 });
  const [first] = listFilters(kernel, place);
  if (first) removeFilter(kernel, first);
  t.match(listFilters(kernel, place), [{ handle: 8, programId: 1006 }]);
});

t.test("another kind's options are not read as ours", async (t) => {
  const kernel = new FakeKernel();
  kernel.route.filters = [{ ...place, handle: 1, info: 0, kind: 'flower', programId: 57 }];
  t.match(listFilters(kernel, place), [{ kind: 'flower', programId: undefined }]);
});
