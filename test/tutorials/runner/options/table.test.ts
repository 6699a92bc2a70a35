import t from 'tap';
import { optionTable } from '../../../../tutorials/runner/options/table.js';

t.test('options have names and letters of their own', async (t) => {
  const names = optionTable.flatMap((row) => [row.name, ...('short' in row ? [row.short] : [])]);
  t.equal(new Set(names).size, names.length);
});
