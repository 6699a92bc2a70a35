import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import t from 'tap';
import { otherSuites, readArchives } from '../../../../runtime/lab/kernels/apt-sources.js';

const deb822 = `# a comment
Types: deb deb-src
URIs: http://mirror.test/debian
# another
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/test.gpg

Enabled: no
Types: deb
URIs: http://off.test/
Suites: bookworm
Components: main
`;
const oneLine = `# deb http://commented.test/ x main
deb [arch=amd64 signed-by=/k.gpg] http://other.test/debian trixie main # note
deb-src http://source.test/ trixie main
`;

t.test('both formats are read; what is switched off is not there', async (t) => {
  const etc = t.testdir({
    'sources.list': oneLine,
    'sources.list.d': { 'a.sources': deb822, 'b.disabled': oneLine },
  });
  t.same(readArchives(etc), [
    { uri: 'http://other.test/debian', suites: ['trixie'], components: ['main'], signedBy: '/k.gpg' },
    {
      uri: 'http://mirror.test/debian',
      suites: ['bookworm', 'bookworm-updates'],
      components: ['main', 'contrib'],
      signedBy: '/usr/share/keyrings/test.gpg',
    },
  ]);
});

t.test("other suites are looked for at the system's own mirror", async (t) => {
  const directory = t.testdir({ etc: { 'sources.list.d': { 'a.sources': deb822 } } });
  const files = otherSuites(join(directory, 'own'), join(directory, 'etc'));
  t.same(
    files.map((file) => basename(file)),
    ['bullseye.list', 'trixie.list', 'sid.list'],
  );
  t.equal(
    readFileSync(files[0] ?? '', 'utf8'),
    'deb [signed-by=/usr/share/keyrings/test.gpg] http://mirror.test/debian bullseye main\n',
  );
});

t.test('a system that is not Debian has no other suites', async (t) => {
  const ubuntu = 'deb http://mirror.test/ubuntu noble main\n';
  const directory = t.testdir({ etc: { 'sources.list': ubuntu } });
  t.same(otherSuites(join(directory, 'own'), join(directory, 'etc')), []);
  t.same(otherSuites(join(directory, 'own'), join(directory, 'absent')), []);
});
