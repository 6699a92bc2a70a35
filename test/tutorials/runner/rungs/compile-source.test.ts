import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { compileSource } from '../../../../tutorials/runner/rungs/compile-source.js';
import { source } from '../../../fixtures/learning.js';
import { scratchDirectory } from '../../../fixtures/project.js';

t.test('a source compiles, is refused with its messages, or cannot be compiled here', async (t) => {
  const path = join(scratchDirectory(t), 'exec.bpf.c');
  const { signal } = new AbortController();
  writeFileSync(path, source);
  t.match(await compileSource(path, process.env, signal), { manifest: { meta: {} } });
  writeFileSync(path, source.replace('return 0', 'return nothing'));
  t.match(await compileSource(path, process.env, signal), {
    kind: 'stop',
    stop: {
      rung: 'L0',
      topic: /^compile:.*undeclared identifier 'nothing'/,
      diagnostics: [{ severity: 'error' }],
    },
  });
  t.match(await compileSource(`${path}.not`, process.env, signal), { kind: 'stop', stop: { rung: 'L0' } });
  const bare = { ...process.env, CLANG: '/nowhere/clang' };
  t.match(await compileSource(path, bare, signal), { kind: 'broken', error: { code: 'tool-missing' } });
  await t.rejects(compileSource(path, process.env, AbortSignal.abort(new Error('enough'))), /enough/);
});
