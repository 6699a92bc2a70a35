import t from 'tap';
import { enumNames } from '../../../core/record/enum-names.js';

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
  t.equal(names.byValue.get(5), 'B');
  t.equal(names.byValue.get(-1), 'MINUS');
  t.equal(names.byValue.get(6), undefined);
  t.equal(names.byName.get('ALSO_B'), 5);
});

t.test('keys are bigint for wide values', async (t) => {
  t.equal(namesOf({ A: 1, B: 9 }, true).byValue.get(9n), 'B');
  const wide = enumNames(
    { kind: 'enum64', id: 1, name: 'e', size: 8, signed: false, values: [{ name: 'TOP', value: 1n << 63n }] },
    true,
  );
  t.equal(wide.byValue.get(1n << 63n), 'TOP');
});

t.test('knows flags from counted values', async (t) => {
  t.ok(namesOf({ A: 1, B: 2 }).flags);
  t.ok(namesOf({ NONE: 0, A: 1, B: 2, C: 4 }).flags);
  t.ok(namesOf({ NONE: 0, B: 2, C: 4 }).flags);
  t.notOk(namesOf({ A: 0, B: 1, C: 2 }).flags, '0, 1, 2 counts');
  t.notOk(namesOf({ A: 1, B: 2, C: 3 }).flags);
  t.notOk(namesOf({ ONLY: 8 }).flags);
  t.notOk(namesOf({ A: 1, B: -2 }).flags);
  t.ok(namesOf({ A: 1, SAME: 1, B: 4 }).flags);
  t.notOk(namesOf({ A: 3, B: 4 }).flags);
  t.notOk(namesOf({}).flags);
});
