import t from 'tap';
import { recordBuild } from '../../../tools/setup/build.mjs';
import { setUp } from '../../../tools/setup/set-up.mjs';
import { completeFiles, debian, fakeHost } from '../../fixtures/fake-host.js';

const tree = {
  'package-lock.json': '{}',
  'package.json': '{}',
  dist: { bin: { 'tsecc.js': '', 'tsecli.js': '', 'tselearn.js': '' }, core: {} },
};

t.test('an old Node.js is refused before anything else', async (t) => {
  const host = fakeHost({ node: '18.0.0', osRelease: debian });
  t.equal(setUp({ host, root: '/', dryRun: false }, ['6.1']), 9);
  t.match(host.said, [/^setup: Node\.js 18\.0\.0 is too old/]);
  t.same(host.ran, []);
});

t.test('npm packages, the build and the kernels come in this order', async (t) => {
  const root = t.testdir(tree);
  const host = fakeHost({ files: completeFiles(), answer: () => ({ status: 0, output: '' }) });
  t.equal(setUp({ host, root, dryRun: false }, ['6.1', '6.12']), 0);
  t.match(
    host.ran.filter((line) => !line.includes('lab list')),
    [/^npm ci/, 'node tools/build.mjs', /lab pull 6\.1$/, /lab pull 6\.12$/],
  );
});

t.test('the tests get a registry; a run of the demo does not', async (t) => {
  const files = { ...completeFiles(), '/usr/bin/apt-get': '', '/usr/bin/dpkg': '' };
  for (const tests of [true, false]) {
    const root = t.testdir(tree);
    const host = fakeHost({ files, answer: () => ({ status: 0, output: '' }) });
    setUp({ host, root, dryRun: true, tests }, []);
    t.equal(host.said.join('\n').includes('apt-get download -q docker-registry'), tests);
  }
});

t.test('a step that fails ends set-up with its sentence and exit code 9', async (t) => {
  const root = t.testdir(tree);
  const host = fakeHost({ files: completeFiles(), answer: () => ({ status: 1, output: 'no network' }) });
  t.equal(setUp({ host, root, dryRun: false }, ['6.1']), 9);
  t.match(host.said.at(-1), /^setup: npm ci .*: ended with status 1\nno network$/);
});

t.test('a machine that is ready hears nothing', async (t) => {
  const root = t.testdir({ ...tree, node_modules: { '.package-lock.json': '{}' } });
  recordBuild(root);
  const host = fakeHost({ files: completeFiles() });
  t.equal(setUp({ host, root, dryRun: false }, []), 0);
  t.same(host.said, []);
  t.same(host.ran, []);
});
