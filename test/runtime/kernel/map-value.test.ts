import t from 'tap';
import { changeSoleValue } from '../../../runtime/kernel/map-value.js';
import { MapKernel } from '../../fixtures/kernel/map-kernel.js';

t.test('the value is read, changed and written', async (t) => {
  const kernel = new MapKernel(7, Uint8Array.of(1, 2, 3));
  changeSoleValue(kernel, 7, 3, (value) => {
    t.same([...value], [1, 2, 3]);
    value[1] = 9;
  });
  t.same([...kernel.value], [1, 9, 3]);
});

t.test('what the kernel refuses is thrown', async (t) => {
  const kernel = new MapKernel(7, new Uint8Array(3));
  t.throws(() => changeSoleValue(kernel, 8, 3, () => t.fail('nothing was read')));
});
