import t from 'tap';
import { findExecutable, findVersioned, searchPath } from '../../../compiler/toolchain/find-executable.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

t.test('the first directory of PATH with an executable wins', async (t) => {
  const dir = t.testdir({ a: { tool: 'not executable' }, b: {}, c: { tool: {} } });
  fakeProgram(`${dir}/b/tool`, 'true');
  const env = { PATH: `${dir}/c:${dir}/a::${dir}/b` };
  t.equal(findExecutable('tool', env), `${dir}/b/tool`, 'not the directory, not the file without the bit');
  t.equal(findExecutable('no-such-tool-anywhere', env), undefined);
  t.equal(findExecutable(`${dir}/b/tool`, {}), `${dir}/b/tool`, 'a path is taken as it is');
  t.equal(findExecutable(`${dir}/a/tool`, {}), undefined);
});

t.test('the sbin directories are searched although a user has them not in PATH', async (t) => {
  t.same(searchPath({ PATH: '/usr/bin' }).slice(0, 3), ['/usr/bin', '/usr/local/sbin', '/usr/local/bin']);
  t.ok(searchPath({}).includes('/usr/sbin'));
});

t.test('the newest version in a name wins, by number', async (t) => {
  const dir = t.testdir({});
  for (const name of ['odd-9', 'odd-16', 'odd-format', 'odd-16.bak']) fakeProgram(`${dir}/${name}`, 'true');
  t.equal(findVersioned('odd', { PATH: dir }), `${dir}/odd-16`);
  t.equal(findVersioned('even', { PATH: dir }), undefined);
});
