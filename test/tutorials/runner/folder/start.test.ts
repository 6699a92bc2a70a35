import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { fileIn, prepareEditor, startFolder } from '../../../../tutorials/runner/folder/start.js';
import { lessonIn } from '../../../fixtures/learning.js';
import { scratchDirectory } from '../../../fixtures/project.js';

t.test('a folder is made, and what is there stays when it is made again', async (t) => {
  const folder = join(scratchDirectory(t), 'learn');
  const lesson = lessonIn(t);
  t.same(startFolder(folder, [lesson]), { written: 3, kept: 0 });
  const path = join(folder, '04-exec/exec.bpf.c');
  writeFileSync(path, 'mine');
  t.same(startFolder(folder, [lesson]), { written: 0, kept: 3 });
  t.equal(readFileSync(path, 'utf8'), 'mine');
  t.throws(() => startFolder(path, [lesson]), { code: 'usage', message: /is no directory/ });
  const given = { name: 'a/b', content: Buffer.from(''), executable: true };
  t.match(fileIn('/x', given), { path: '/x/a/b', executable: true });
});

t.test('without types of a kernel there are no files for editors', async (t) => {
  const folder = scratchDirectory(t);
  const env = {
    ...process.env,
    XDG_CACHE_HOME: scratchDirectory(t),
    PATH: '/nowhere',
    BPFTOOL: '/nowhere/bpftool',
  };
  t.equal(await prepareEditor(folder, env), false);
});
