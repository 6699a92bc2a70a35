import t from 'tap';
import { commandTable } from '../../../runtime/options/commands.js';
import { parseOptions } from '../../../runtime/options/parse-options.js';
import { labHelp } from '../../../runtime/lab/help.js';

t.test('each command is one that is understood', async (t) => {
  for (const { name } of commandTable) t.match(parseOptions([name, 'bash']), { command: name });
});

t.test('the commands of the lab are those of its help', async (t) => {
  const { choices = [] } = commandTable.find(({ name }) => name === 'lab') ?? {};
  const listed = [...String(labHelp).matchAll(/^ {2}tsecli lab (\w+) +(?:\[KERNEL\])? +/gm)].map(
    ([, word]) => word,
  );
  t.same([...choices].toSorted(), [...new Set(listed)].filter((word) => word !== undefined).toSorted());
});
