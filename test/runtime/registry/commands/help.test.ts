import t from 'tap';
import { chinese } from '../../../../core/languages/zh.js';
import { translator } from '../../../../core/message.js';
import { registryCommands } from '../../../../runtime/options/parse-options.js';
import { registryHelp } from '../../../../runtime/registry/commands/help.js';

t.test('each command has a help that fits a terminal, with the same options in Chinese', async (t) => {
  const optionsOf = (text: string) => text.match(/--[\w-]+/g);
  for (const command of registryCommands) {
    const text = String(registryHelp[command]);
    t.ok(text.startsWith(`Usage: tsecli ${command} [options]`), command);
    t.ok(text.split('\n').every((line) => line.length <= 125));
    t.same(optionsOf(translator(chinese)(registryHelp[command])), optionsOf(text));
  }
});
