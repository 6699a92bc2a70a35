// What the texts of the lessons show is true: their code is that of their files, and their commands print what stands there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

// Starts labs.
t.setTimeout(1_800_000);

const lessons = readdirSync('tutorials/lessons').map((name) => ({
  name,
  folder: `tutorials/lessons/${name}`,
}));

t.test('there is the lesson on kprobes', async (t) => {
  t.ok(lessons.some(({ name }) => name === '02-kprobe-unlink'));
});

for (const { name, folder } of lessons) {
  const english = readFileSync(`${folder}/README.md`, 'utf8');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:c|h|ts|sh)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

  t.test(`${name}: the code in the text is the source's own`, async (t) => {
    for (const block of readBlocks(english)) {
      if (!['c', 'ts'].includes(block.language)) continue;
      t.ok(
        sources.some((source) => source.includes(`${block.lines.join('\n')}\n`)),
        `the block of line ${block.line}`,
      );
    }
  });

  t.test(`${name}: its commands do what the text shows`, async (t) => {
    const session = new MarkdownSession(scratchDirectory(t), folder);
    t.teardown(() => session.close());
    for (const block of readBlocks(english)) {
      if (block.language !== 'console' && block.language !== 'sh') continue;
      t.same(await session.run(block), [], `the block of line ${block.line}`);
    }
  });
}
