import t from 'tap';
import { packageType, readyType } from '../../../runtime/readers/package-type.js';
import { sourceContext, typeIdOf } from '../../fixtures/kernel/source-context.js';
import { array, u32 } from '../../fixtures/shapes.js';

t.test('a type of the object, ready for decoding', async (t) => {
  const facts = sourceContext({ tsecc: { types: { event: { members: { took: { format: 'ns' } } } } } });
  t.match(packageType(facts, 'ring', typeIdOf('event')), {
    name: 'struct event',
    littleEndian: true,
    shape: { kind: 'record', fields: [{ name: 'took', shape: { kind: 'formatted', format: 'ns' } }] },
  });
  t.throws(() => packageType(facts, 'ring', 9999), {
    code: 'package-invalid',
    message: /^read map 'ring': /,
  });
});

t.test('one that would become too much is told with its map', async (t) => {
  const shape = array(array(array(u32, 1000), 1000), 1000);
  t.throws(() => readyType(sourceContext(), 'ring', { name: 'huge', shape }), {
    code: 'package-invalid',
    message: "read map 'ring': decode huge: a record would become more than 4194304 values",
  });
});
