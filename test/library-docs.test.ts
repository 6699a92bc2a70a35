import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runProgram } from './fixtures/commands.js';
import { maskNumbers, readBlocks, readCommands } from './fixtures/markdown.js';
import { ownEnvironment, root, scratchDirectory } from './fixtures/project.js';

// Starts labs.

const english = readFileSync('docs/library.md', 'utf8');
const noteOf = (notes: readonly string[], word: string): string | undefined =>
  notes.find((note) => note.startsWith(`${word} `))?.slice(word.length + 1);

t.test('the programs of the page are those of the examples', async (t) => {
  const shown = [...english.matchAll(/<!-- example: (\S+) -->\n\n```ts\n([^]*?)```/g)];
  t.equal(shown.length, 3);
  for (const [, path = '', text] of shown)
    t.equal(text, readFileSync(join('docs/examples', path), 'utf8'), path);
});

t.test('every command of the page does what the page shows', async (t) => {
  const directory = scratchDirectory(t);
  const modules = join(directory, 'node_modules');
  cpSync('docs/examples', directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  for (const folder of ['@types', '.bin']) mkdirSync(join(modules, folder), { recursive: true });
  symlinkSync(root, join(modules, 'tsecc'));
  for (const name of ['@types/node', 'undici-types', 'typescript'])
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  symlinkSync('../typescript/bin/tsc', join(modules, '.bin/tsc'));
  symlinkSync(join(root, 'dist/bin/tsecc.js'), join(modules, '.bin/tsecc'));
  // The page compiles the types of each example where it is told; tsc looks at all of them at once.
  const env = { ...ownEnvironment(), PATH: `${join(modules, '.bin')}:${process.env['PATH']}` };
  const early = ['--types', '-o', 'build', 'deletes.bpf.c'];
  await runProgram(join(modules, '.bin/tsecc'), early, { cwd: join(directory, 'lab-test'), env });
  let run = 0;
  for (const block of readBlocks(english)) {
    const folder = noteOf(block.notes, 'in');
    if (folder === undefined) continue;
    for (const { command, output } of readCommands(block)) {
      const { code, stdout, stderr } = await runProgram('sh', ['-c', command], {
        cwd: join(directory, folder),
        env,
      });
      t.equal(code, 0, `${command}: ${stderr}`);
      t.same(linesOf(stdout + stderr), linesOf(output.join('\n')), command);
      run++;
    }
  }
  t.equal(run, 9);
});

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('npm '))
    .map(maskNumbers);
