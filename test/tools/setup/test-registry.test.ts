import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { provideTestRegistry, registryDirectory } from '../../../tools/setup/test-registry.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

const apt = { '/usr/bin/apt-get': '', '/usr/bin/dpkg': '' };
const done = { status: 0, output: '' };

/** A machine whose apt and dpkg work on real directories, once the lists are there. */
function machine(options: { listed?: boolean; root?: boolean; offline?: boolean } = {}) {
  let listed = options.listed ?? true;
  const host = fakeHost({ root: options.root ?? true, files: { ...apt } });
  const run: typeof host.run = (command, { cwd = '' } = {}) => {
    const line = command.join(' ');
    host.ran.push(line);
    if (line.startsWith('apt-get update')) {
      if (options.offline) return { status: 100, output: 'E: no network' };
      listed = true;
    } else if (line.startsWith('apt-get download')) {
      if (!listed) return { status: 100, output: 'E: No candidate version found' };
      if (!line.includes('--print-uris')) writeFileSync(join(cwd, 'docker-registry_2.8_amd64.deb'), '');
    } else if (line.startsWith('dpkg -x docker-registry_2.8_amd64.deb')) {
      mkdirSync(join(cwd, 'usr/bin'), { recursive: true });
      writeFileSync(join(cwd, 'usr/bin/docker-registry'), 'the program');
    } else return { status: 127, output: 'not found' };
    return done;
  };
  return { ...host, run, list: (path: string) => readdirSync(path) };
}

const changes = (ran: readonly string[]) => ran.filter((line) => !line.includes('--print-uris'));

t.test('a registry that is installed, or was unpacked before, is taken as it is', async (t) => {
  const kept = join('/project', registryDirectory, 'docker-registry');
  for (const path of ['/usr/bin/docker-registry', kept]) {
    const host = fakeHost({ files: { ...apt, [path]: '' } });
    provideTestRegistry({ host, root: '/project', dryRun: false });
    t.same([host.ran, host.said], [[], []], path);
  }
});

t.test('it is unpacked and not installed, so that no service starts', async (t) => {
  const root = t.testdir({});
  const host = machine({ root: false });
  provideTestRegistry({ host, root, dryRun: false });
  t.same(changes(host.ran), [
    'apt-get download -q docker-registry',
    'dpkg -x docker-registry_2.8_amd64.deb .',
  ]);
  t.equal(readFileSync(join(root, registryDirectory, 'docker-registry'), 'utf8'), 'the program');
  t.same(readdirSync(join(root, registryDirectory)), ['docker-registry'], 'nothing else is left');
});

t.test('the lists are fetched first where apt does not know it', async (t) => {
  const host = machine({ listed: false });
  provideTestRegistry({ host, root: t.testdir({}), dryRun: false });
  t.match(changes(host.ran), ['apt-get update -q', /^apt-get download/, /^dpkg -x/]);
});

t.test('where it cannot be had, set-up says so and goes on', async (t) => {
  for (const options of [{ offline: true }, { root: false }]) {
    const root = t.testdir({});
    const host = machine({ listed: false, ...options });
    provideTestRegistry({ host, root, dryRun: false });
    t.match(host.said.at(-1), /^setup: the tests of registries will be skipped: apt-get .*\nE: /);
    t.notOk(existsSync(join(root, registryDirectory, 'docker-registry')));
  }
});

t.test('a distribution without apt is left alone', async (t) => {
  const host = fakeHost({ files: {} });
  provideTestRegistry({ host, root: '/', dryRun: false });
  t.same([host.ran, host.said], [[], []]);
});

t.test('a dry run fetches nothing', async (t) => {
  const root = t.testdir({});
  const host = machine();
  provideTestRegistry({ host, root, dryRun: true });
  t.same(changes(host.ran), []);
  t.match(host.said, [/^setup: would run .*: apt-get download -q docker-registry$/]);
  t.same(readdirSync(root), []);
});
