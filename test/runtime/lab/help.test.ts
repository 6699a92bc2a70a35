import t from 'tap';
import { labHelp } from '../../../runtime/lab/help.js';

t.test('the help names each command, in lines a terminal has room for', async (t) => {
  const text = String(labHelp);
  for (const command of ['list', 'pull', 'shell', 'btf', 'clean']) t.match(text, `tsecli lab ${command}`);
  t.ok(text.split('\n').every((line) => line.length <= 100));
});
