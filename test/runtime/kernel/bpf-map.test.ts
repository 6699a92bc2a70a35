import t from 'tap';
import {
  deleteElement,
  lookUpBatch,
  lookUpElement,
  nextKey,
  updateElement,
} from '../../../runtime/kernel/bpf-map.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

function mapKernel(batches = true, bucket = 1): FakeKernel {
  const kernel = new FakeKernel();
  kernel.maps.add(5, { keySize: 4, valueSize: 2, batches, bucket, entries: new Map() });
  return kernel;
}

t.test('an element is set, found, walked over and deleted', async (t) => {
  const kernel = mapKernel();
  const key = Uint8Array.of(1, 0, 0, 0);
  const value = new Uint8Array(2);
  t.notOk(lookUpElement(kernel, 5, key, value));
  updateElement(kernel, 5, key, Uint8Array.of(7, 8));
  t.ok(lookUpElement(kernel, 5, key, value));
  t.same([...value], [7, 8]);
  const next = new Uint8Array(4);
  t.ok(nextKey(kernel, 5, undefined, next));
  t.same([...next], [1, 0, 0, 0]);
  t.notOk(nextKey(kernel, 5, key, next));
  t.ok(deleteElement(kernel, 5, key));
  t.notOk(deleteElement(kernel, 5, key));
});

t.test('batches say how many, when there are no more, and when their buffers are too small', async (t) => {
  const kernel = mapKernel(true, 2);
  for (const key of [1, 2, 3]) updateElement(kernel, 5, Uint8Array.of(key, 0, 0, 0), Uint8Array.of(key, 0));
  const buffers = (size: number) => ({
    keys: new Uint8Array(4 * size),
    values: new Uint8Array(2 * size),
    size,
    place: new Uint8Array(4),
  });
  const two = buffers(2);
  t.same(lookUpBatch(kernel, 5, two, { first: true, clear: false }), { count: 2, done: false });
  t.same(lookUpBatch(kernel, 5, two, { first: false, clear: true }), { count: 2, done: false });
  t.same(lookUpBatch(kernel, 5, two, { first: true, clear: false }), { count: 1, done: true });
  t.equal(two.keys[0], 3);
  t.equal(lookUpBatch(kernel, 5, buffers(1), { first: true, clear: false }), undefined);
  t.throws(() => lookUpBatch(mapKernel(false), 5, two, { first: true, clear: false }), {
    message: /errno 524$/,
  });
});

t.test('other failures are thrown', async (t) => {
  const kernel = mapKernel();
  kernel.fail('bpf map_update_elem', 1);
  t.throws(() => updateElement(kernel, 5, new Uint8Array(4), new Uint8Array(2)), { message: /errno 1$/ });
});
