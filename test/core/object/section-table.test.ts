import t from 'tap';
import { sectionTable } from '../../../core/object/section-table.js';

t.test('no prefix stands in the table twice', async (t) => {
  const prefixes = sectionTable.map(({ prefix }) => prefix);
  t.equal(new Set(prefixes).size, prefixes.length);
});

t.test('a section that may sleep says so, and is of the same kind as its twin', async (t) => {
  for (const row of sectionTable.filter(({ prefix }) => prefix.endsWith('.s'))) {
    const twin = sectionTable.find(({ prefix }) => prefix === row.prefix.slice(0, -2));
    t.match(row, { sleepable: true, kind: twin?.kind, takes: twin?.takes }, row.prefix);
  }
});

t.test('has the sections of libbpf that lessons use', async (t) => {
  const kinds = new Map<string, string>(sectionTable.map(({ prefix, kind }) => [prefix, kind]));
  t.equal(kinds.get('tp'), 'tracepoint');
  t.equal(kinds.get('raw_tracepoint'), 'raw_tp');
  t.equal(kinds.get('fentry.s'), 'fentry');
  t.equal(kinds.get('xdp.frags/cpumap'), 'xdp');
  t.equal(kinds.get('cgroup/connect_unix'), 'cgroup');
});
