import t from 'tap';
import { gplHelpers, isGplCompatible } from '../../../core/object/gpl-helpers.js';

t.test('helpers for GPL-compatible programs are known by id', async (t) => {
  t.equal(gplHelpers.get(6), 'bpf_trace_printk');
  t.equal(gplHelpers.get(113), 'bpf_probe_read_kernel');
  for (const free of [1, 2, 5, 14, 15, 131]) t.notOk(gplHelpers.has(free), `${free}`);
});

t.test('licenses are compared whole, as the kernel does', async (t) => {
  for (const license of ['GPL', 'GPL v2', 'Dual MIT/GPL']) t.ok(isGplCompatible(license), license);
  for (const license of ['', 'gpl', 'GPLv3', 'MIT']) t.notOk(isGplCompatible(license), license);
});
