import t from 'tap';
import { enumText } from '../../../runtime/decode/enum-text.js';
import { names as namesOf } from '../../fixtures/shapes.js';

t.test('a value by its name, where it has one', async (t) => {
  const names = namesOf({ A: 0, B: 5, MINUS: -1 });
  t.equal(enumText(names, 5), 'B');
  t.equal(enumText(names, -1), 'MINUS');
  t.equal(enumText(names, 6), undefined);
});

t.test('wide values are bigint', async (t) => {
  const names = { name: 'e', byValue: new Map([[1n << 63n, 'TOP']]), byName: new Map(), flags: false };
  t.equal(enumText(names, 1n << 63n), 'TOP');
});

t.test('writes flags as names, and what has no name in hex', async (t) => {
  const names = namesOf({ NONE: 0, READ: 1, WRITE: 2, EXEC: 4 }, true);
  t.equal(enumText(names, 0), 'NONE');
  t.equal(enumText(names, 5), 'READ|EXEC');
  t.equal(enumText(names, 0x13), 'READ|WRITE|0x10');
  t.equal(enumText(names, 0x10), undefined);
  t.equal(enumText(namesOf({ A: 1, B: 2 }, true), 0), undefined);
});
