import t from 'tap';
import { examine } from '../../../runtime/doctor/examine.js';
import { wellKernel } from '../../fixtures/kernel/doctor-context.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

const groupsOf = async (env: Record<string, string>, name?: 'kprobe') =>
  (await examine(wellKernel(), { PATH: '/nowhere', ...env }, name && openFixture(name))).map(({ id }) => id);

t.test('a machine is looked at as a whole, a package alone after what all need', async (t) => {
  const base = ['kernel', 'rights', 'mounts', 'tools', 'lab'];
  t.same(await groupsOf({}), [...base, 'config', 'kinds', 'helpers']);
  t.same(await groupsOf({}, 'kprobe'), [...base, 'package']);
});

t.test('the lab has none itself', async (t) => {
  t.notOk((await groupsOf({ TSECC_LAB: '1' })).includes('lab'));
});

t.test('no two checks are called the same', async (t) => {
  const groups = await examine(wellKernel(), { PATH: '/nowhere' }, undefined);
  const ids = groups.flatMap(({ checks }) => checks.map(({ id }) => id));
  t.equal(new Set(ids).size, ids.length);
});
