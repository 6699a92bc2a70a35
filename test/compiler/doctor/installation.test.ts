import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { installationRows } from '../../../compiler/doctor/installation.js';
import { scratchDirectory } from '../../fixtures/project.js';

const look = async (wanted: string, env: Record<string, string | undefined> = process.env) =>
  await installationRows.find(({ id }) => id === wanted)?.look({ env });

t.test('grammar and templates are installed', async (t) => {
  t.match(await look('grammar'), { state: 'ok' });
  t.ok(existsSync(String((await look('templates'))?.detail)));
});

t.test('the cache is written to, and made before', async (t) => {
  const directory = scratchDirectory(t);
  t.match(await look('cache', { XDG_CACHE_HOME: join(directory, 'a/b') }), {
    state: 'ok',
    detail: join(directory, 'a/b/tsecc'),
  });
  t.match(await look('cache', { XDG_CACHE_HOME: process.execPath }), {
    state: 'missing',
    cure: { key: /XDG_CACHE_HOME/ },
  });
});
