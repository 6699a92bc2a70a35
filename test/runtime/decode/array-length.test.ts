import t from 'tap';
import { arrayLength } from '../../../runtime/decode/array-length.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { array, u32 } from '../../fixtures/shapes.js';

t.test('an array has the elements that its type or its record leaves it', async (t) => {
  const source = sourceOf(new Uint8Array(100));
  source.end = 22;
  t.equal(arrayLength(array(u32, 9), source, 10), 9, 'fixed');
  t.equal(arrayLength(array(u32, 9, 'cut'), source, 10), 3, 'cut by the record');
  t.equal(arrayLength(array(u32, 2, 'cut'), source, 10), 2, 'cut by the type');
  t.equal(arrayLength(array(u32, 0, 'rest'), source, 11), 2, 'half an element is none');
  t.equal(arrayLength(array(u32, 0, 'rest'), source, 30), 0, 'beyond the end');
});
