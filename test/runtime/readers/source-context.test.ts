import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { asObject, invalidMap, mapSettings, packageType } from '../../../runtime/readers/source-context.js';
import { sourceContext, typeIdOf } from '../../fixtures/kernel/source-context.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('a type of the object, with its formats', async (t) => {
  const context = sourceContext({ tsecc: { types: { event: { members: { took: { format: 'ns' } } } } } });
  const { shape, name } = packageType(context, 'ring', typeIdOf('event'));
  t.equal(name, 'struct event');
  t.match(shape, { kind: 'record', fields: [{ name: 'took', shape: { kind: 'formatted', format: 'ns' } }] });
});

t.test('a type that is not there is told in one sentence', async (t) => {
  t.throws(() => packageType(sourceContext(), 'ring', 9999), {
    code: 'package-invalid',
    message: /^read map 'ring': type 9999, which the package names, is none: /,
  });
  const bare = { ...sourceContext(), object: readObject(objectBytes('no-debug')) };
  t.throws(() => packageType(bare, 'ring', 1), { message: /compiled without them \(clang -g\)/ });
});

t.test('what ecc says of a map, and values of unknown kind', async (t) => {
  t.match(mapSettings(sourceContext({ maps: { ring: { mmaped: true } } }), 'ring'), { mmaped: true });
  t.equal(mapSettings(sourceContext(), 'ring'), undefined);
  t.same(asObject({ a: 1 }), { a: 1 });
  for (const value of [null, undefined, [], 'text', 3]) t.equal(asObject(value), undefined);
  t.match(invalidMap('x', 'why', 1), { code: 'package-invalid', message: "read map 'x': why", cause: 1 });
});
