import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { fetchDebian, findArchive } from '../../../../tools/testing/toolchains/fetch-debian.mjs';
import { fakeHost } from '../../../fixtures/fake-host.js';

const targets = 'https://vendor.test/apt/\nhttp://mirror.test/debian-security/\nhttp://mirror.test/debian/\n';

/** A machine whose apt-get puts down a package, and whose dpkg unpacks it into one file. */
function machine(fails?: string) {
  const host = fakeHost({});
  const sources: string[] = [];
  return {
    sources,
    host: {
      ...host,
      run: (command: readonly string[], { cwd = '' } = {}) => {
        host.ran.push(command.join(' '));
        if (fails !== undefined && command.includes(fails)) return { status: 100, output: 'no network' };
        if (command.includes('indextargets')) return { status: 0, output: targets };
        if (command.includes('update')) sources.push(readFileSync(join(cwd, 'sources.list'), 'utf8'));
        if (command.includes('download')) writeFileSync(join(cwd, 'tool_1.deb'), '');
        if (command[0] === 'dpkg') {
          mkdirSync(command[3] ?? '');
          writeFileSync(join(command[3] ?? '', command[2] ?? ''), '');
        }
        return { status: 0, output: '' };
      },
    },
  };
}

t.test('packages of the system are unpacked, and nothing else is kept', async (t) => {
  const { host } = machine();
  const folder = t.testdir();
  fetchDebian({ host, root: '/', dryRun: false }, { packages: ['tool'] }, join(folder, 'kept/tool-1'));
  t.same(readdirSync(join(folder, 'kept')), ['tool-1']);
  t.same(readdirSync(join(folder, 'kept/tool-1')), ['tool_1.deb']);
  t.notOk(host.ran.some((command) => / (?:update|install) /.test(`${command} `)));
});

t.test('another suite is read into lists of our own, from the mirror of the system', async (t) => {
  const { host, sources } = machine();
  const wanted = { packages: ['tool'], suite: 'other' };
  fetchDebian({ host, root: '/', dryRun: false }, wanted, join(t.testdir(), 'tool-2'));
  t.match(sources, [/^deb \[signed-by=\S+\] http:\/\/mirror\.test\/debian\/ other main\n$/]);
  const download = host.ran.find((command) => command.includes('download'));
  t.match(download, /Dir::State::lists=\S+tool-2-new-/);
});

t.test('where they cannot be had, nothing stays behind', async (t) => {
  const { host } = machine('download');
  const folder = t.testdir();
  t.throws(
    () => fetchDebian({ host, root: '/', dryRun: false }, { packages: ['tool'] }, join(folder, 'tool-3')),
    { name: 'SetupError', message: /no network/ },
  );
  t.same(readdirSync(folder), []);
});

t.test("the archive is Debian's own, not one of security or of a vendor", async (t) => {
  t.equal(findArchive(targets), 'http://mirror.test/debian/');
  t.equal(findArchive('http://mirror.test/ubuntu/\n'), undefined);
});
