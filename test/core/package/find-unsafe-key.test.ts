import t from 'tap';
import { findUnsafeKey } from '../../../core/package/find-unsafe-key.js';

t.test('a key that reaches into prototypes is found at any depth', async (t) => {
  t.equal(findUnsafeKey(JSON.parse('{"a":[{"b":{"__proto__":1}}]}')), '/a/0/b/__proto__');
  t.equal(findUnsafeKey({ constructor: 1 }), '/constructor');
  t.equal(findUnsafeKey({ 'x/y~z': { prototype: 1 } }), '/x~1y~0z/prototype');
});

t.test('the same words as values are harmless', async (t) => {
  t.equal(findUnsafeKey({ name: '__proto__', list: ['constructor', null, 3] }), undefined);
});
