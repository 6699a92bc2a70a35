import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runCommand } from './fixtures/commands.js';
import { readBlocks, readCommands } from './fixtures/markdown.js';
import { ownEnvironment, scratchDirectory } from './fixtures/project.js';

t.test('every command of the page prints what the page shows', async (t) => {
  const cwd = scratchDirectory(t);
  let run = 0;
  for (const block of readBlocks(readFileSync('docs/tsecc-messages.md', 'utf8'))) {
    const file = block.notes.find((note) => note.startsWith('file '))?.slice('file '.length);
    if (file !== undefined) writeFileSync(join(cwd, file), `${block.lines.join('\n')}\n`);
    if (block.language !== 'console') continue;
    for (const { command, output } of readCommands(block)) {
      const [, ...argv] = command.split(' ');
      const env = { ...ownEnvironment(), LANG: 'C', LC_ALL: '', LC_MESSAGES: '' };
      const { code, stdout, stderr } = await runCommand('tsecc', argv, { cwd, env });
      t.equal(code, 1);
      t.same(`${stdout}${stderr}`.trimEnd().split('\n'), output, command);
      run++;
    }
  }
  t.equal(run, 3);
});
