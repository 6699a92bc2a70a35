import { readFileSync } from 'node:fs';
import t from 'tap';
import { commandTable } from '../tutorials/runner/options/commands.js';
import { optionTable } from '../tutorials/runner/options/table.js';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

const english = readFileSync('docs/tselearn.md', 'utf8');

t.test('every command block of the page does what the page shows', async (t) => {
  const session = new MarkdownSession(scratchDirectory(t));
  t.teardown(() => session.close());
  for (const block of readBlocks(english)) {
    if (block.language !== 'console') continue;
    t.same(await session.run(block), [], `the block of line ${block.line}`);
  }
});

t.test('the page names every command, and the options that are for learning', async (t) => {
  for (const { name } of commandTable) t.match(english, `tselearn ${name}`);
  for (const { name } of optionTable)
    if (!['help', 'version'].includes(name)) t.match(english, `--${name}`, name);
});
