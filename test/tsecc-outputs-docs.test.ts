import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { architectureNames } from '../compiler/toolchain/architecture.js';
import { runCommand } from './fixtures/commands.js';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

// Packs Node.js where the cache does not have it yet.

const english = readFileSync('docs/tsecc-outputs.md', 'utf8');

t.test('every command of the page does what the page shows', async (t) => {
  const directory = scratchDirectory(t);
  const session = new MarkdownSession(directory);
  t.teardown(() => session.close());
  // The first standalone file says that it packs Node.js, which takes seconds: the page shows a later one.
  const warmUp = ['-s', 'kprobe-link.bpf.c', '-o', join(directory, 'warm-up')];
  t.equal((await runCommand('tsecc', warmUp, { cwd: join(directory, 'work') })).code, 0);
  let run = 0;
  for (const block of readBlocks(english)) {
    const file = block.notes.find((note) => note.startsWith('file '))?.slice('file '.length);
    if (file !== undefined) writeFileSync(join(directory, 'work', file), `${block.lines.join('\n')}\n`);
    if (block.language !== 'console' && block.language !== 'sh') continue;
    t.same(await session.run(block), [], `the block of line ${block.line}`);
    run++;
  }
  t.equal(run, 7);
});

t.test('the page names every architecture', async (t) => {
  for (const name of architectureNames) t.ok(english.includes(`\`${name}\``), name);
});
