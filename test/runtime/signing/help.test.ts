import t from 'tap';
import { signingCommands } from '../../../runtime/options/parse-options.js';
import { signingHelp } from '../../../runtime/signing/help.js';

t.test('each command has a help that begins with its usage and fits a terminal', async (t) => {
  for (const command of signingCommands) {
    const text = String(signingHelp[command]);
    t.ok(text.startsWith(`Usage: tsecli ${command} `), command);
    t.ok(
      text.split('\n').every((line) => line.length <= 120),
      command,
    );
  }
});
