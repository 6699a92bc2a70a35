import { existsSync, readFileSync } from 'node:fs';
import t from 'tap';
import { gplHelpers } from '../../../core/object/gpl-helpers.js';
import { helperName, helperOf } from '../../../core/object/helper-table.js';
import { compareVersions } from '../../../core/object/linux-version.js';

t.test('helpers are found by their ids', async (t) => {
  t.same(helperOf(1), { name: 'bpf_map_lookup_elem', since: '3.19' });
  t.same(helperOf(36), { name: 'bpf_probe_write_user', since: '4.8' });
  t.same(helperOf(130), { name: 'bpf_ringbuf_output', since: '5.8' });
  t.same(helperOf(211), { name: 'bpf_cgrp_storage_delete', since: '6.2' });
  t.equal(helperOf(0), undefined);
  t.equal(helperOf(-1), undefined);
  t.equal(helperOf(212), undefined);
  t.equal(helperName(212), 'helper 212');
  t.equal(helperName(109), 'bpf_send_signal');
});

t.test('the names are those of the other table', async (t) => {
  for (const [id, name] of gplHelpers) t.equal(helperName(id), name);
});

t.test('no helper is older than one before it', async (t) => {
  for (let id = 2; id <= 211; id++) {
    const [before, here] = [helperOf(id - 1)?.since ?? '3.19', helperOf(id)?.since ?? '3.19'];
    t.ok(compareVersions(before, here) <= 0, helperName(id));
  }
});

const header = '/usr/include/linux/bpf.h';

t.test(
  'they are those of the kernel header',
  { skip: !existsSync(header) && 'no kernel headers' },
  async (t) => {
    const names = [...readFileSync(header, 'utf8').matchAll(/\bFN\((\w+)(?:, \d+)?,?.*\)/g)].map(
      ([, name]) => name,
    );
    for (const [id, name] of names.entries()) {
      if (id > 0 && id < 212) t.equal(helperName(id), `bpf_${name}`);
    }
  },
);
