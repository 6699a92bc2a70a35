import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { DirectoryWatcher } from '../../../compiler/watch/directory-watcher.js';
import { scratchDirectory } from '../../fixtures/project.js';

/** A watcher of src/a.c and inc/none/b.h, and whether it tells something of a change. */
function watching(t: Test) {
  const directory = scratchDirectory(t);
  const at = (path: string) => join(directory, path);
  for (const name of ['src', 'inc']) mkdirSync(at(name));
  writeFileSync(at('src/a.c'), 'int a;');
  const told = { times: 0 };
  const watcher = new DirectoryWatcher(() => void told.times++);
  t.teardown(() => watcher[Symbol.dispose]());
  watcher.watch([at('src/a.c'), at('inc/none/b.h')]);
  const tells = async (change: () => void, waitMs = 120_000): Promise<boolean> => {
    await sleep(20);
    told.times = 0;
    change();
    for (let waited = 0; told.times === 0 && waited < waitMs; waited += 10) await sleep(10);
    watcher.refresh();
    return told.times > 0;
  };
  return { at, watcher, tells };
}

t.test('a file that is written, replaced, removed or made is told of', async (t) => {
  const { at, tells } = watching(t);
  t.ok(await tells(() => appendFileSync(at('src/a.c'), 'int b;')));
  t.ok(
    await tells(() => {
      writeFileSync(at('src/.a.c.swp'), 'int c;');
      renameSync(at('src/.a.c.swp'), at('src/a.c'));
    }),
  );
  t.ok(await tells(() => rmSync(at('src/a.c'))));
  t.ok(await tells(() => writeFileSync(at('src/a.c'), '')));
});

t.test('what nobody asked for is not', async (t) => {
  const { at, watcher, tells } = watching(t);
  t.notOk(await tells(() => writeFileSync(at('src/package.json'), '{}'), 100));
  watcher.watch([at('inc/c.h')]);
  t.notOk(
    await tells(() => appendFileSync(at('src/a.c'), 'int b;'), 100),
    'nor what nobody asks for any more',
  );
  t.ok(await tells(() => writeFileSync(at('inc/c.h'), '')));
});

t.test('directories may come, go and be replaced', async (t) => {
  const { at, tells } = watching(t);
  t.ok(await tells(() => mkdirSync(at('inc/none'))));
  t.ok(await tells(() => writeFileSync(at('inc/none/b.h'), '')));
  t.ok(await tells(() => rmSync(at('src'), { recursive: true })));
  t.ok(await tells(() => mkdirSync(at('src'))));
  t.ok(await tells(() => writeFileSync(at('src/a.c'), '')));
  t.ok(await tells(() => renameSync(at('src'), at('old'))));
  mkdirSync(at('new'));
  t.ok(await tells(() => renameSync(at('new'), at('src'))));
  t.ok(await tells(() => writeFileSync(at('src/a.c'), '')));
  t.ok(await tells(() => rmSync(at('.'), { recursive: true })), 'all of it');
});

t.test('after it is disposed it tells nothing', async (t) => {
  const { at, watcher, tells } = watching(t);
  watcher[Symbol.dispose]();
  watcher.watch([]);
  t.notOk(await tells(() => appendFileSync(at('src/a.c'), 'int b;'), 100));
});
