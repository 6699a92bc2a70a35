import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { stateOf } from '../../../compiler/watch/file-state.js';

t.test('writing and replacing change it; modes do not', async (t) => {
  const path = join(t.testdir({ 'a.c': 'int a;', 'b.c': 'int b;' }), 'a.c');
  const first = stateOf(path);
  t.same(stateOf(path), first);
  t.match(first, { empty: false });
  t.ok(first.changed > Date.now() - 60_000);
  chmodSync(path, 0o600);
  t.equal(stateOf(path).id, first.id);
  await sleep(20);
  writeFileSync(path, 'int x;');
  const second = stateOf(path);
  t.not(second.id, first.id);
  renameSync(join(path, '../b.c'), path);
  t.not(stateOf(path).id, second.id);
});

t.test('nothing, and nothing in it, is empty', async (t) => {
  const path = join(t.testdir({ 'a.c': '' }), 'a.c');
  const there = stateOf(path);
  t.equal(there.empty, true);
  rmSync(path);
  t.match(stateOf(path), { id: 'absent', empty: true, changed: 0 });
  t.not(there.id, 'absent');
  t.match(stateOf(join(path, 'below')), { id: 'absent' });
});
