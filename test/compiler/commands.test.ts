import t from 'tap';
import { commandRows } from '../../compiler/commands.js';

t.test('each command is a word of its own and loads', async (t) => {
  t.equal(new Set(commandRows.map(({ name }) => name)).size, commandRows.length);
  for (const { name, load } of commandRows) {
    t.match(name, /^[a-z]+$/);
    t.equal(typeof (await load()), 'function', name);
  }
});
