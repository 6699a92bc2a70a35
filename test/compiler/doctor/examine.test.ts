import t from 'tap';
import { examine } from '../../../compiler/doctor/examine.js';

t.test('all groups are looked at, and no two checks are called the same', async (t) => {
  const groups = await examine({ env: process.env });
  t.same(
    groups.map(({ id }) => id),
    ['programs', 'headers', 'types', 'installation'],
  );
  const ids = groups.flatMap(({ checks }) => checks.map(({ id }) => id));
  t.equal(new Set(ids).size, ids.length);
});

t.test('what no compile needs is limited where it is missing', async (t) => {
  const groups = await examine({ env: { ...process.env, CLANG: '/no/such/clang' } });
  const state = (wanted: string) =>
    groups.flatMap(({ checks }) => checks).find(({ id }) => id === wanted)?.state;
  t.equal(state('clang'), 'missing');
  t.equal(state('bpf-headers'), 'missing');
  t.equal(state('kernel-headers'), 'limited');
});
