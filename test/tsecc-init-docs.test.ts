import { readFileSync } from 'node:fs';
import t from 'tap';
import { readTemplates } from '../compiler/init/template.js';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

const english = readFileSync('docs/tsecc-init.md', 'utf8');

t.test('every command of the page does what the page shows', async (t) => {
  const session = new MarkdownSession(scratchDirectory(t));
  t.teardown(() => session.close());
  let run = 0;
  for (const block of readBlocks(english)) {
    if (block.language !== 'console') continue;
    t.same(await session.run(block), [], `the block of line ${block.line}`);
    run++;
  }
  t.equal(run, 6);
});

t.test('the page names every template', async (t) => {
  for (const { id, title } of readTemplates()) t.ok(english.includes(`${id.padEnd(12)}${title.en}\n`), id);
});
