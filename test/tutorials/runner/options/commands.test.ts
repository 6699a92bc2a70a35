import t from 'tap';
import { commandTable } from '../../../../tutorials/runner/options/commands.js';

t.test('commands have names of their own, and take as many words as their usage says', async (t) => {
  t.equal(new Set(commandTable.map(({ name }) => name)).size, commandTable.length);
  for (const { name, usage, words } of commandTable) t.equal(usage === '', words[1] === 0, name);
});
