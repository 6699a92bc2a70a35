import * as fc from 'fast-check';
import t from 'tap';
import { countBefore } from '../../../compiler/source/ordered.js';

t.test('as many ranges are counted as start before', async (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (starts, offset) => {
      const ranges = starts.sort((a, b) => a - b).map((start) => ({ start }));
      return countBefore(ranges, offset) === ranges.filter(({ start }) => start < offset).length;
    }),
  );
  t.equal(countBefore([], 3), 0);
});
