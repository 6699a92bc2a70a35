import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { runProgram } from './fixtures/commands.js';
import { maskNumbers, readBlocks, readCommands, type Block } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { ownEnvironment, scratchDirectory } from './fixtures/project.js';
import { watchCommand } from './fixtures/sources/watching.js';
import { diagnose } from './fixtures/typescript.js';

/** Does what the page shows a user to do while the watch runs: an edit, then a mistake. */
async function runWatch(t: Test, block: Block, cwd: string): Promise<void> {
  const [command, more] = readCommands(block);
  const [, , ...argv] = command?.command.split(' ') ?? [];
  t.match(command?.command, /^tsecc --watch \S+$/);
  t.equal(more, undefined);
  const watch = watchCommand(t, argv, { cwd, env: { LANG: 'C', LC_ALL: '' } });
  await watch.says(/Ctrl-C ends\n/);
  appendFileSync(join(cwd, argv[0] ?? ''), '// edited\n');
  await watch.says(/ ok .*\n/);
  appendFileSync(join(cwd, argv[0] ?? ''), 'int x = y;\n');
  await watch.says(/ failed .*\n/);
  t.equal(await watch.end(), 0);
  const lines = watch.seen().trimEnd().split('\n');
  t.same(lines.map(maskNumbers), command?.output.map(maskNumbers));
}

t.test('every command of the page does what the page shows', async (t) => {
  const directory = scratchDirectory(t);
  const session = new MarkdownSession(directory);
  t.teardown(() => session.close());
  const work = join(directory, 'work');
  const files: string[] = [];
  let run = 0;
  for (const block of readBlocks(readFileSync('docs/tsecc-watch.md', 'utf8'))) {
    const file = block.notes.find((note) => note.startsWith('file '))?.slice('file '.length);
    if (file !== undefined) files.push(file);
    if (file !== undefined) writeFileSync(join(work, file), `${block.lines.join('\n')}\n`);
    if (block.notes.includes('watch')) await runWatch(t, block, work);
    else if (block.notes.includes('bash')) {
      const env = { ...ownEnvironment(), PATH: `${join(directory, 'bin')}:${process.env['PATH']}` };
      const script = `set -e\n${block.lines.join('\n')}\ncomplete -p tsecc tsecli`;
      t.match(await runProgram('bash', ['--norc', '-c', script], { cwd: work, env }), {
        code: 0,
        stdout: /_tsecli tsecli/,
      });
    } else if (block.language === 'console') {
      t.same(await session.run(block), [], `the block of line ${block.line}`);
    } else continue;
    run++;
  }
  t.equal(run, 3);
  t.same(files, ['opens.bpf.c', 'reader.ts']);
  const read = (name: string) => readFileSync(join(work, name), 'utf8');
  t.same(diagnose({ 'opens/opens.d.ts': read('opens/opens.d.ts'), 'reader.ts': read('reader.ts') }), []);
});
