import t from 'tap';
import { compareVersions, type LinuxVersion } from '../../../core/object/linux-version.js';

t.test('versions are ordered by their numbers, not as text', async (t) => {
  const versions: LinuxVersion[] = ['5.10', '6.1', '4.20', '5.9', '3.19'];
  t.same(versions.toSorted(compareVersions), ['3.19', '4.20', '5.9', '5.10', '6.1']);
  t.equal(compareVersions('5.8', '5.8'), 0);
});
