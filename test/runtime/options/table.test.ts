import t from 'tap';
import { optionTable, type OptionRow } from '../../../runtime/options/table.js';

const rows: readonly OptionRow[] = optionTable;

t.test('names and letters are unique', async (t) => {
  const names = rows.map(({ name }) => name);
  const letters = rows.flatMap(({ short }) => (short === undefined ? [] : [short]));
  t.equal(new Set(names).size, names.length);
  t.equal(new Set(letters).size, letters.length);
  for (const letter of letters) t.equal(letter.length, 1);
});

t.test(
  'a value that may be left out has no letter, behind which it would not be told from the next',
  async (t) => {
    for (const row of rows) if (row.optionalValue) t.equal(row.short, undefined, row.name);
  },
);
