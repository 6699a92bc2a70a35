import t from 'tap';
import { helpText } from '../../../../tutorials/runner/options/help.js';
import { commandTable } from '../../../../tutorials/runner/options/commands.js';
import { optionTable } from '../../../../tutorials/runner/options/table.js';

t.test('the help names every command and option, in lines that fit', async (t) => {
  const text = helpText(String);
  for (const { name } of commandTable) t.match(text, `tselearn ${name}`);
  for (const { name } of optionTable) t.match(text, `--${name}`);
  for (const line of text.split('\n')) t.ok(line.length <= 130, line);
});
