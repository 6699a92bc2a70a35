import t from 'tap';
import {
  compareVersions,
  isVersion,
  matchesVersion,
  shortVersion,
} from '../../../../runtime/lab/kernels/versions.js';

t.test('versions are told from other words', async (t) => {
  for (const text of ['6.1', '6.12', '6.12.117+deb12-cloud-amd64', '5.10.0-1']) t.ok(isVersion(text), text);
  for (const text of ['', '6', 'six.one', '6.1/..', '../6.1', '6.1 ', '-6.1']) t.notOk(isVersion(text), text);
});

t.test('6.1 is not a beginning of 6.12', async (t) => {
  t.ok(matchesVersion('6.1.0-56-cloud-amd64', '6.1'));
  t.ok(matchesVersion('6.1.0-56-cloud-amd64', '6.1.0-56'));
  t.ok(matchesVersion('6.1.0-56-cloud-amd64', '6.1.0-56-cloud-amd64'));
  t.notOk(matchesVersion('6.12.117+deb12', '6.1'));
  t.notOk(matchesVersion('6.1.0-56', '6.1.0-5'));
  t.notOk(matchesVersion('5.10.0', '6.1'));
});

t.test('versions are ordered number by number', async (t) => {
  const sorted = ['6.12.117', '6.1.0-9', '6.12.99', '5.10.0', '6.1.0-56'].toSorted(compareVersions);
  t.same(sorted, ['5.10.0', '6.1.0-9', '6.1.0-56', '6.12.99', '6.12.117']);
});

t.test('the short version is what people say', async (t) => {
  t.equal(shortVersion('6.12.117+deb12-cloud-amd64'), '6.12');
  t.throws(() => shortVersion('none'), { code: 'tool-missing' });
});
