import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

t.test('every command of the page does what the page shows', async (t) => {
  const directory = scratchDirectory(t);
  const session = new MarkdownSession(directory);
  t.teardown(() => session.close());
  let run = 0;
  for (const block of readBlocks(readFileSync('docs/tsecli.md', 'utf8'))) {
    const file = block.notes.find((note) => note.startsWith('file '))?.slice('file '.length);
    if (file !== undefined) writeFileSync(join(directory, 'work', file), `${block.lines.join('\n')}\n`);
    if (block.language !== 'console') continue;
    t.same(await session.run(block), [], `the block of line ${block.line}`);
    run++;
  }
  t.equal(run, 11);
});
