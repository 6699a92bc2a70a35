import { readdirSync, readFileSync } from 'node:fs';
import t from 'tap';
import { readBlocks } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

t.setTimeout(600_000);

const lessons = readdirSync('tutorials/lessons').map((name) => ({
  name,
  folder: `tutorials/lessons/${name}`,
}));

t.test('there is the lesson on kprobes', async (t) => {
  t.ok(lessons.some(({ name }) => name === '02-kprobe-unlink'));
});

for (const { name, folder } of lessons) {
  const english = readFileSync(`${folder}/README.md`, 'utf8');
  const chinese = readFileSync(`${folder}/README.zh.md`, 'utf8');
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.bpf.c'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

  t.test(`${name}: the code in the text is the source's own`, async (t) => {
    for (const block of readBlocks(english)) {
      if (block.language !== 'c') continue;
      t.ok(
        sources.some((source) => source.includes(`${block.lines.join('\n')}\n`)),
        `the block of line ${block.line}`,
      );
    }
  });

  t.test(`${name}: its commands do what the text shows`, async (t) => {
    const session = new MarkdownSession(scratchDirectory(t));
    t.teardown(() => session.close());
    for (const block of readBlocks(english)) {
      if (block.language !== 'console' && block.language !== 'sh') continue;
      t.same(await session.run(block), [], `the block of line ${block.line}`);
    }
  });

  t.test(`${name}: links between headings lead somewhere`, async (t) => {
    for (const text of [english, chinese]) {
      const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      );
      for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]*)\)/g)) t.ok(anchors.includes(anchor), anchor);
    }
  });
}
