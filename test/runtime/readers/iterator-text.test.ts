import t from 'tap';
import { readIterator } from '../../../runtime/readers/iterator-text.js';
import { collect, stopsOf } from '../../fixtures/reading.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

function iteratorKernel(...chunks: (Uint8Array | undefined)[]): FakeKernel {
  const kernel = new FakeKernel();
  kernel.bpf = () => {
    kernel.descriptors.set(9, { what: 'iterator', path: '' });
    return 9;
  };
  kernel.read = (_, into) => {
    if (chunks.length === 0) return 0;
    const chunk = chunks.shift();
    if (chunk) into.set(chunk);
    return chunk?.length;
  };
  return kernel;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const textsOf = (kernel: FakeKernel, stops = stopsOf()) =>
  collect(readIterator(kernel, { program: 'dump', iterator: 5 }, stops), (batch) => batch);

t.test('the text comes as whole lines, the last one as it is', async (t) => {
  const kernel = iteratorKernel(bytes('one\ntw'), bytes('o'), bytes('\nthree\nfour'));
  t.same(await textsOf(kernel), [
    { kind: 'text', name: 'dump', text: 'one\n' },
    { kind: 'text', name: 'dump', text: 'two\nthree\n' },
    { kind: 'text', name: 'dump', text: 'four' },
  ]);
  t.same(kernel.openDescriptors, []);
});

t.test('a letter that is cut in two is whole again, and what has nothing now is asked again', async (t) => {
  const [first, second] = [bytes('ä\n').subarray(0, 1), bytes('ä\n').subarray(1)];
  t.match(await textsOf(iteratorKernel(first, undefined, second)), [{ text: 'ä\n' }]);
});

t.test('after a stop it is read to its end, and an endless one for a while', async (t) => {
  const stops = stopsOf();
  stops.stop();
  t.match(await textsOf(iteratorKernel(bytes('a\n'), bytes('b\n')), stops), [
    { text: 'a\n' },
    { text: 'b\n' },
  ]);
  const kernel = iteratorKernel();
  kernel.read = () => undefined;
  t.same(await textsOf(kernel, stops), []);
  t.same(kernel.openDescriptors, []);
});
