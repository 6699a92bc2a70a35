import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { programRows } from '../../../compiler/doctor/programs.js';
import { scratchDirectory } from '../../fixtures/project.js';

const look = async (wanted: string, env: Record<string, string | undefined>) =>
  await programRows.find(({ id }) => id === wanted)?.look({ env });

t.test('programs are started', async (t) => {
  t.match(await look('clang', process.env), { state: 'ok', detail: /^\d+\.\d+\.\d+, \/.*clang/ });
  t.match(await look('bpf-target', process.env), { state: 'ok' });
  t.match(await look('bpftool', process.env), { state: 'ok', detail: /^\d+\.\d+/ });
});

t.test('one that does not work is told in its own words', async (t) => {
  const path = join(scratchDirectory(t), 'clang');
  writeFileSync(path, '#!/bin/sh\necho "error: unable to create target: bpf" >&2\nexit 1\n');
  chmodSync(path, 0o755);
  for (const id of ['clang', 'bpf-target']) {
    const found = await look(id, { ...process.env, CLANG: path });
    t.equal(found?.state, 'missing');
    t.match(String(found?.detail), 'unable to create target');
    t.ok(found?.cure);
  }
});
