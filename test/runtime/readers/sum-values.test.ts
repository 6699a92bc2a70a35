import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';
import { sumReader } from '../../../runtime/readers/sum-values.js';

t.test('an integer is added up over all processors', async (t) => {
  const values = Buffer.alloc(48);
  for (const [index, number] of [-1, 5, 7].entries()) values.writeInt32LE(number, 4 + index * 16);
  const shape = { kind: 'integer', size: 4, signed: true } as const;
  const layout = { cpus: 3, stride: 16 };
  t.equal(sumReader({ offset: 4, shape, littleEndian: true }, layout)(sourceOf(values), 0), 11n);
  t.equal(
    sumReader({ offset: 4, shape, littleEndian: true }, { cpus: 1, stride: 4 })(sourceOf(values), 16),
    5n,
  );
});
