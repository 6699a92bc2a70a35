import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runProgram } from './fixtures/commands.js';
import { maskNumbers, readBlocks, readCommands } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { ownEnvironment, scratchDirectory } from './fixtures/project.js';

/** Lines as they compare: without digits and keys, and without what a lab's first start tells. */
const essence = (lines: readonly string[]): readonly string[] =>
  lines
    .filter((line) => line !== '' && !line.startsWith('lab: '))
    .map((line) => maskNumbers(line.replaceAll(/[0-9a-f]{64}/g, 'DIGEST')))
    .toSorted();

t.test('every command of the page does what the page shows', async (t) => {
  const directory = scratchDirectory(t);
  const session = new MarkdownSession(directory);
  t.teardown(() => session.close());
  const env = {
    ...ownEnvironment(),
    COSIGN_PASSWORD: 'secret',
    LANG: 'C',
    LC_ALL: '',
    PATH: `${join(directory, 'bin')}:${process.env['PATH']}`,
  };
  let count = 0;
  for (const block of readBlocks(readFileSync('docs/trust.md', 'utf8'))) {
    if (block.language !== 'console') continue;
    for (const { command, output } of readCommands(block)) {
      const shell = ['-c', `exec 2>&1\n${command}`];
      const { code, stdout } = await runProgram('sh', shell, { cwd: join(directory, 'work'), env });
      t.equal(code, block.notes.includes('ends with 7') ? 7 : 0, `${command}\n${stdout}`);
      t.same(essence(stdout.split('\n')), essence(output), command);
      count++;
    }
  }
  t.equal(count, 9);
});
