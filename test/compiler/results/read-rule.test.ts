import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { readRule } from '../../../compiler/results/read-rule.js';

t.test('the files of a rule are found over its lines', async (t) => {
  t.same(readRule('object: /a/vmlinux.h \\\n  b.bpf.c /usr/include/bpf/c.h\n'), [
    '/a/vmlinux.h',
    'b.bpf.c',
    '/usr/include/bpf/c.h',
  ]);
  t.same(readRule(''), []);
  t.same(readRule('object:\n'), []);
});

t.test("clang's own way to write odd names is undone", async (t) => {
  const directory = join(t.testdir(), 'a b#c$d');
  mkdirSync(directory);
  writeFileSync(join(directory, 'x.h'), '');
  writeFileSync(join(directory, 'x.c'), '#include "x.h"\n');
  const args = [
    '-target',
    'bpf',
    '-c',
    join(directory, 'x.c'),
    '-MD',
    '-MF',
    '-',
    '-MT',
    'object',
    '-o',
    '/dev/null',
  ];
  const { stdout } = spawnSync('clang', args, { encoding: 'utf8' });
  t.same(readRule(stdout), [join(directory, 'x.c'), join(directory, 'x.h')]);
});

t.test('any text gives words without blanks at their ends', async () => {
  fc.assert(fc.property(fc.string(), (text) => readRule(text).every((word) => word !== '')));
});
