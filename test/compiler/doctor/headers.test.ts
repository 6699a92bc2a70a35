import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { headerRows } from '../../../compiler/doctor/headers.js';
import { scratchDirectory } from '../../fixtures/project.js';

t.test('headers are found by clang', async (t) => {
  for (const { look } of headerRows)
    t.match(await look({ env: process.env }), { state: 'ok', detail: /^<.*\.h>$/ });
});

t.test('one that clang does not find is told with its package', async (t) => {
  const path = join(scratchDirectory(t), 'clang');
  writeFileSync(path, '#!/bin/sh\nexec clang -nostdinc -nostdlibinc --sysroot=/nowhere "$@"\n');
  chmodSync(path, 0o755);
  const found = await headerRows
    .find(({ id }) => id === 'bpf-headers')
    ?.look({ env: { ...process.env, CLANG: path } });
  t.match(String(found?.detail), 'clang finds no <bpf/bpf_helper_defs.h>');
  t.match(String(found?.cure), /libbpf/);
});
