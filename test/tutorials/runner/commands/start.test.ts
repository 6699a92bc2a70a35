import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { start } from '../../../../tutorials/runner/commands/start.js';
import { keepingIo } from '../../../fixtures/learning.js';
import { scratchDirectory } from '../../../fixtures/project.js';

t.test('a folder is made and what to do next is told', async (t) => {
  const cwd = scratchDirectory(t);
  const { io, texts } = keepingIo({ cwd: () => cwd, env: process.env });
  t.equal(await start('learn', io, new AbortController().signal), 0);
  t.ok(existsSync(join(cwd, 'learn/02-kprobe-unlink/entry.bpf.c')));
  t.match(texts.stderr, /^learn: \d+ files written, 0 kept/);
  t.match(texts.stderr, /next: cd learn && tselearn\n$/);
  t.equal(texts.stdout, '');
});
