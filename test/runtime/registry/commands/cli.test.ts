import t from 'tap';
import { registryCommand } from '../../../../runtime/registry/commands/cli.js';
import { registryCommands } from '../../../../runtime/options/parse-options.js';
import { collectingIo } from '../../../fixtures/report-io.js';

t.test('each command has its help on standard output', async (t) => {
  for (const command of registryCommands) {
    const { io, written } = collectingIo();
    t.equal(await registryCommand(command, ['--help'], io), 0);
    t.match(written().stdout, new RegExp(`^Usage: tsecli ${command} `));
  }
});
