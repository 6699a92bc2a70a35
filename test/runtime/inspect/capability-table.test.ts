import t from 'tap';
import { helperOf } from '../../../core/object/helper-table.js';
import { sectionTable } from '../../../core/object/section-table.js';
import { powers, sights } from '../../../runtime/inspect/capability-table.js';

const rows = [...sights, ...powers];
const known = new Set(Array.from({ length: 212 }, (_, id) => helperOf(id)?.name));

t.test('each id is one, and each helper and section in the table is one that there is', async (t) => {
  t.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  const prefixes = sectionTable.map(({ prefix }) => prefix);
  for (const { id, helpers, sections = [], kinds = [], kernelFunctions = [] } of rows) {
    for (const name of helpers?.split(' ') ?? []) t.ok(known.has(`bpf_${name}`), `${id}: ${name}`);
    for (const each of sections)
      t.ok(
        prefixes.some((prefix) => prefix.startsWith(each)),
        `${id}: ${each}`,
      );
    t.ok((helpers ?? '') !== '' || sections.length + kinds.length + kernelFunctions.length > 0, id);
  }
});

t.test('each kind of program sees something, and those that decide change something', async (t) => {
  const seeing = new Set(sights.flatMap(({ kinds = [] }) => kinds));
  const changing = new Set(powers.flatMap(({ kinds = [] }) => kinds));
  for (const { kind } of sectionTable) {
    if (kind !== 'cgroup' && kind !== 'syscall') t.ok(seeing.has(kind), kind);
  }
  for (const kind of ['lsm', 'xdp', 'tc', 'tcx', 'fmod_ret', 'struct_ops', 'raw_tp.w', 'syscall'] as const) {
    t.ok(changing.has(kind), kind);
  }
  const sections = powers.flatMap(({ sections: own = [] }) => own);
  for (const { prefix, kind } of sectionTable) {
    if (kind === 'cgroup')
      t.ok(
        sections.some((each) => prefix.startsWith(each)),
        prefix,
      );
  }
});

/** Helpers that change what is not the program's own: what linux/bpf.h says of them. */
const harmful = [
  'probe_write_user',
  'override_return',
  'send_signal',
  'send_signal_thread',
  'sys_bpf',
  'redirect',
];

t.test('what harms is among the powers', async (t) => {
  const given = new Set(powers.flatMap(({ helpers = '' }) => helpers.split(' ')));
  for (const name of harmful) t.ok(given.has(name), name);
});
