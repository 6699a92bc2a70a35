import t from 'tap';
import { recordTypes } from '../../../core/package/record-types.js';
import { bufferTypes } from '../../../runtime/readers/buffer-types.js';
import { exportOf, mapOf, sourceContext } from '../../fixtures/kernel/source-context.js';

t.test('the types of a buffer, each ready for decoding', async (t) => {
  const facts = sourceContext({ exportTypes: [exportOf('twin', 4), exportOf('stack', 56)] });
  const types = bufferTypes(facts, mapOf('ring'));
  t.match(types, [
    { name: 'struct twin', littleEndian: true, needed: 4 },
    { name: 'struct stack', littleEndian: true },
  ]);
  t.same(
    types?.map(({ name, shape }) => ({ name, shape })),
    recordTypes(facts, mapOf('ring')),
  );
});

t.test('a buffer that is not exported has none', async (t) => {
  const facts = sourceContext({ maps: { ring: { export_config: 'no_export' } } });
  t.equal(bufferTypes(facts, mapOf('ring')), undefined);
});
