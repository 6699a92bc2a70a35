import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';

t.test('reads bytes where they lie', async (t) => {
  const memory = new Uint8Array([0, 1, 2, 3]);
  const source = sourceOf(memory.subarray(1));
  memory[1] = 9;
  t.equal(source.bytes[0], 9);
  t.equal(source.view.getUint8(0), 9);
  t.equal(source.end, 3);
});
