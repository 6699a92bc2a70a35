import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from 'tsecc/compiler';
import { openLab } from 'tsecc/lab';
import type { Events } from './build/deletes.js';

test('each file that rm deletes is told', async () => {
  const deletes = await compile(new URL('deletes.bpf.c', import.meta.url));
  await using lab = await openLab({ kernel: '6.12' });
  const running = lab.run<Events>(deletes, { exec: 'touch a b; rm a b', filter: 'comm == "rm"' });
  const events = await running.toArray();
  const files = events.map((event) => (event.kind === 'record' ? event.data.file : event.kind));
  assert.deepEqual(files, ['a', 'b']);
});
