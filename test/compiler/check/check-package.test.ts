import { cpSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { checkPackage } from '../../../compiler/check/check-package.js';
import { packagePath } from '../../fixtures/kernel/packages.js';

const root = { skip: process.getuid?.() !== 0 && 'not root: would need the lab' };

function check(t: Test, name: 'tracepoint' | 'refused' | 'none') {
  const directory = t.testdir({});
  const path = join(directory, 'package.json');
  if (name !== 'none') cpSync(packagePath(name), path);
  const source = join(directory, 'x.bpf.c');
  return checkPackage({ source, packagePath: path, language: 'en', translate: String }, {});
}

t.test('what the kernel takes is told', root, async (t) => {
  const { taken, diagnostics, error } = await check(t, 'tracepoint');
  t.match(taken.map(String), [/^the verifier takes 'on_unlinkat' \(tracepoint/]);
  t.same(diagnostics, []);
  t.equal(error, undefined);
});

t.test('what it refuses is a diagnostic, and an error with its exit code', root, async (t) => {
  const { taken, diagnostics, error } = await check(t, 'refused');
  t.same(taken, []);
  t.match(diagnostics, [{ severity: 'error', text: /^the verifier refuses/, location: { line: Number } }]);
  t.match(error, { exitCode: 5, message: /the kernel refuses 1 of 1 programs$/ });
});

t.test('what keeps tsecli from a verdict is told in its words', async (t) => {
  await t.rejects(check(t, 'none'), { message: /^check '.*x\.bpf\.c': .*no such file/ });
});
