import t from 'tap';
import { cgroupHook, cgroupHooks } from '../../../runtime/attach/cgroup-hooks.js';
import { sectionTable } from '../../../core/object/section-table.js';

t.test('every section for cgroups has its hook, and no two but the aliases share one', async (t) => {
  const kinds = ['cgroup', 'sockops', 'lsm_cgroup'];
  const sections = sectionTable.filter(({ kind }) => kinds.includes(kind)).map(({ prefix }) => prefix);
  t.same(new Set(Object.keys(cgroupHooks)), new Set<string>(sections));
  t.equal(new Set(Object.values(cgroupHooks).map(({ type }) => type)).size, sections.length - 2);
});

t.test('a section is found whole, or by its prefix, or not', async (t) => {
  t.equal(cgroupHook('cgroup/connect4')?.type, 10);
  t.equal(cgroupHook('?cgroup/connect6')?.type, 11);
  t.equal(cgroupHook('lsm_cgroup/socket_bind')?.type, 43);
  t.equal(cgroupHook('cgroup/nothing'), undefined);
  t.equal(cgroupHook('constructor'), undefined);
});
