import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { areNpmPackagesFresh, installNpmPackages } from '../../../tools/setup/npm-packages.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

t.test('packages are fresh when they were installed after the lock file changed', async (t) => {
  const root = t.testdir({ 'package-lock.json': '{}', node_modules: { '.package-lock.json': '{}' } });
  const setTimes = (lock: number, installed: number) => {
    utimesSync(join(root, 'package-lock.json'), lock, lock);
    utimesSync(join(root, 'node_modules/.package-lock.json'), installed, installed);
  };
  setTimes(100, 200);
  t.ok(areNpmPackagesFresh(root));
  setTimes(300, 200);
  t.notOk(areNpmPackagesFresh(root));
});

t.test('an installation that was cut short, or none, is done anew without install scripts', async (t) => {
  for (const tree of [{}, { node_modules: { tap: {} } }]) {
    const root = t.testdir({ 'package-lock.json': '{}', ...tree });
    const host = fakeHost({ answer: () => ({ status: 0, output: '' }) });
    installNpmPackages({ host, root, dryRun: false });
    t.match(host.ran, [/^npm ci --ignore-scripts/]);
  }
});

t.test('an installed package tree, as npm i makes it, needs no lock file', async (t) => {
  t.ok(areNpmPackagesFresh(t.testdir({ node_modules: { '.package-lock.json': '{}' } })));
});
