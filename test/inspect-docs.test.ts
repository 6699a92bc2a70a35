import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runProgram } from './fixtures/commands.js';
import { readBlocks, readCommands } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { ownEnvironment, scratchDirectory } from './fixtures/project.js';

t.test('every command of the page prints what the page shows', async (t) => {
  const directory = scratchDirectory(t);
  const session = new MarkdownSession(directory);
  t.teardown(() => session.close());
  const env = {
    ...ownEnvironment(),
    LANG: 'C',
    LC_ALL: '',
    PATH: `${join(directory, 'bin')}:${process.env['PATH']}`,
  };
  let count = 0;
  for (const block of readBlocks(readFileSync('docs/inspect.md', 'utf8'))) {
    if (block.language !== 'console') continue;
    for (const { command, output } of readCommands(block)) {
      const { code, stdout, stderr } = await runProgram('sh', ['-c', command], {
        cwd: join(directory, 'work'),
        env,
      });
      t.equal(code, block.notes.includes('fails') ? 7 : 0, stderr);
      const lines = `${stdout}${stderr}`.split('\n');
      for (const line of output) t.ok(lines.includes(line), `${command}: ${line}\n${stdout}${stderr}`);
      count++;
    }
  }
  t.equal(count, 3);
});
