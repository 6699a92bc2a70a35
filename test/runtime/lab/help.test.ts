import t from 'tap';
import { labHelp } from '../../../runtime/lab/help.js';

t.test('the help names each command, in lines a terminal has room for', async (t) => {
  for (const command of ['list', 'pull', 'shell', 'btf', 'clean']) t.match(labHelp, `tsecli lab ${command}`);
  t.ok(labHelp.split('\n').every((line) => line.length <= 100));
});
