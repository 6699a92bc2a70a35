import t from 'tap';
import { enumShape } from '../../../compiler/types/enum-shape.js';
import { enumNames } from '../../../runtime/decode/enum-names.js';

t.test('names and flags are those of tsecli', async (t) => {
  const cases: [string, number][][] = [
    [],
    [
      ['A', 0],
      ['B', 1],
      ['C', 2],
    ],
    [
      ['A', 1],
      ['B', 2],
    ],
    [
      ['A', 0],
      ['B', 1],
      ['C', 2],
      ['D', 4],
    ],
    [
      ['A', 1],
      ['SAME', 1],
      ['B', 4],
    ],
    [
      ['A', -1],
      ['B', 2],
    ],
    [
      ['A', 3],
      ['B', 4],
    ],
  ];
  for (const values of cases) {
    const type = {
      kind: 'enum',
      id: 1,
      name: 'e',
      size: 4,
      signed: true,
      values: values.map(([name, value]) => ({ name, value })),
    } as const;
    const { byValue, flags } = enumNames(type, false);
    t.same(enumShape(type, { size: 4, bits: false, wide: false }), {
      kind: 'enum',
      size: 4,
      name: 'e',
      names: [...byValue.values()],
      flags,
      bits: false,
      wide: false,
    });
  }
});
