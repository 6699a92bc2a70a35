import { readFileSync } from 'node:fs';
import t from 'tap';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

// Starts labs, packs, and runs the demo: minutes on a slow machine.

const english = readFileSync('README.md', 'utf8');

t.test('every command block of the README does what the README shows', async (t) => {
  const session = new MarkdownSession(scratchDirectory(t));
  t.teardown(() => session.close());
  for (const block of readBlocks(english)) {
    if (block.language !== 'console' && block.language !== 'sh') continue;
    t.same(await session.run(block), [], `the block of line ${block.line}`);
  }
});

t.test('every command is in a block that this test runs', async (t) => {
  for (const block of readBlocks(english))
    t.match(block.language, /^(console|sh)$/, `the block of line ${block.line}`);
});
