import t from 'tap';
import { packageShape } from '../../../core/package/package-shape.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readObject } from '../../../core/object/read-object.js';
import { sourceContext, typeIdOf } from '../../fixtures/kernel/source-context.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('a type of the object, with its formats', async (t) => {
  const facts = sourceContext({ tsecc: { types: { event: { members: { took: { format: 'ns' } } } } } });
  const { shape, name } = packageShape(facts, 'ring', typeIdOf('event'));
  t.equal(name, 'struct event');
  t.match(shape, {
    kind: 'record',
    name: 'event',
    type: 'struct event',
    fields: [{ name: 'took', shape: { kind: 'formatted', format: 'ns' } }],
  });
});

t.test('a struct without a tag goes by the name it has beside', async (t) => {
  const facts = sourceContext();
  const words = ['a', 1, 0];
  const btf = readBtf(buildBtf([rawInt, { kind: 'struct', name: '', size: 4, count: 1, words }]));
  const bare = { ...facts, object: { ...facts.object, btf } };
  t.match(packageShape(bare, 'ring', 2, { alias: 'pair_t' }), {
    name: 'struct {...}',
    shape: { name: 'pair_t', type: 'struct {...}' },
  });
  t.match(packageShape(facts, 'ring', typeIdOf('event'), { alias: 'other' }).shape, { name: 'event' });
});

t.test('a type that is not there is told in one sentence', async (t) => {
  t.throws(() => packageShape(sourceContext(), 'ring', 9999), {
    code: 'package-invalid',
    message: /^read map 'ring': type 9999, which the package names, is none: /,
  });
  const bare = { ...sourceContext(), object: readObject(objectBytes('no-debug')) };
  t.throws(() => packageShape(bare, 'ring', 1), { message: /compiled without them \(clang -g\)/ });
});
