import t from 'tap';
import { enumNames, enumText } from '../../../runtime/decode/enum-names.js';

function namesOf(values: Readonly<Record<string, number>>, wide = false) {
  return enumNames(
    {
      kind: 'enum',
      id: 1,
      name: 'e',
      size: 4,
      signed: true,
      values: Object.entries(values).map(([name, value]) => ({ name, value })),
    },
    wide,
  );
}

t.test('names values, the first of two equal ones', async (t) => {
  const names = namesOf({ A: 0, B: 5, ALSO_B: 5, MINUS: -1 });
  t.equal(enumText(names, 5), 'B');
  t.equal(enumText(names, -1), 'MINUS');
  t.equal(enumText(names, 6), undefined);
  t.equal(names.byName.get('ALSO_B'), 5);
});

t.test('keys are bigint for wide values', async (t) => {
  t.equal(enumText(namesOf({ A: 1, B: 9 }, true), 9n), 'B');
  const wide = enumNames(
    { kind: 'enum64', id: 1, name: 'e', size: 8, signed: false, values: [{ name: 'TOP', value: 1n << 63n }] },
    true,
  );
  t.equal(enumText(wide, 1n << 63n), 'TOP');
});

t.test('knows flags from counted values', async (t) => {
  t.ok(namesOf({ A: 1, B: 2 }).flags);
  t.ok(namesOf({ NONE: 0, A: 1, B: 2, C: 4 }).flags);
  t.ok(namesOf({ NONE: 0, B: 2, C: 4 }).flags);
  t.notOk(namesOf({ A: 0, B: 1, C: 2 }).flags, '0, 1, 2 counts');
  t.notOk(namesOf({ A: 1, B: 2, C: 3 }).flags);
  t.notOk(namesOf({ ONLY: 8 }).flags);
  t.notOk(namesOf({ A: 1, B: -2 }).flags);
});

t.test('writes flags as names, and what has no name in hex', async (t) => {
  const names = namesOf({ NONE: 0, READ: 1, WRITE: 2, EXEC: 4 });
  t.equal(enumText(names, 0), 'NONE');
  t.equal(enumText(names, 5), 'READ|EXEC');
  t.equal(enumText(names, 0x13), 'READ|WRITE|0x10');
  t.equal(enumText(names, 0x10), undefined);
  t.equal(enumText(namesOf({ A: 1, B: 2 }), 0), undefined);
});
