import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import t from 'tap';
import { openScratchFile } from '../../../compiler/clang/scratch-file.js';

t.test('a program writes into it by its descriptor, and no name is left', async (t) => {
  const before = readdirSync(tmpdir());
  const file = await openScratchFile();
  t.same(
    readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-') && !before.includes(name)),
    [],
  );
  spawnSync('sh', ['-c', 'echo hello > /dev/fd/3'], { stdio: ['ignore', 'ignore', 'ignore', file.fd] });
  t.equal(await file.readFile('utf8'), 'hello\n');
  await file.close();
});
