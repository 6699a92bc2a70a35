import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { commands, runProgram } from './fixtures/commands.js';
import { readBlocks, readCommands } from './fixtures/markdown.js';
import { ownEnvironment, scratchDirectory } from './fixtures/project.js';
import { noRegistry, startRegistry } from './fixtures/registry.js';
import { tarOf } from './fixtures/hostile/tar.js';
import { tracingPackage } from './fixtures/tracing-package.js';

t.test('every command of the page prints what the page shows', { skip: noRegistry }, async (t) => {
  const { host } = await startRegistry(t);
  const cwd = scratchDirectory(t);
  writeFileSync(join(cwd, 'package.json'), tracingPackage());
  writeFileSync(join(cwd, 'opens.tar'), tarOf({ name: 'package.json', content: tracingPackage() }));
  const env = { ...ownEnvironment(), LANG: 'C', LC_ALL: '', DOCKER_CONFIG: cwd };
  const masked = (text: string): string => text.replaceAll(/sha256:[0-9a-f]+…?/g, 'sha256:X').trim();
  const here = (text: string): string => text.replaceAll('localhost:5000', host);
  let count = 0;
  for (const block of readBlocks(readFileSync('docs/registry.md', 'utf8'))) {
    if (block.language !== 'console') continue;
    for (const { command, output } of readCommands(block)) {
      const [, ...args] = here(command).split(' ');
      const { code, stdout, stderr } = await runProgram(process.execPath, [commands.tsecli, ...args], {
        cwd,
        env,
      });
      t.equal(code, 0, stderr);
      t.equal(masked(stdout), masked(here(output.join('\n'))), command);
      count++;
    }
  }
  t.equal(count, 4);
});
