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

t.test('a letter belongs to switches only, since a value would not be seen in -jv', async (t) => {
  for (const row of rows) if (row.short !== undefined) t.equal(row.value, undefined, row.name);
});
