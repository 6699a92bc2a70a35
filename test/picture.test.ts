// The README's picture is of a real session: what it shows is what the commands in it print today.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { findFault } from '../tools/demo/judge.mjs';
import { readTerminal } from '../tools/figures/terminal.mjs';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

t.setTimeout(300_000);

const lines = readTerminal(readFileSync('docs/figures/seed.svg', 'utf8'));

t.test('its commands print what it shows, but for numbers (npm run picture draws it anew)', async (t) => {
  const session = new MarkdownSession(scratchDirectory(t));
  t.teardown(() => session.close());
  t.same(await session.run({ language: 'console', lines, notes: [], line: 1 }), []);
});

t.test('it shows both commands, and a trace that the demo would accept', async (t) => {
  const commands = lines.filter((line) => line.startsWith('$ ')).map((line) => line.split(' ')[1]);
  t.same(commands, ['tsecc', 'tsecli']);
  t.equal(findFault(lines.join('\n')), undefined);
});

t.test('both READMEs show it', async (t) => {
  for (const path of ['README.md', 'README.zh.md'])
    t.match(readFileSync(path, 'utf8'), '](docs/figures/seed.svg)', path);
});
