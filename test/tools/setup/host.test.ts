import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findProgram, realHost } from '../../../tools/setup/host.mjs';

t.test('a program is found in the first directory that has one of the names', async (t) => {
  const host = {
    path: ['/a', '/b'],
    isExecutable: (path: string) => ['/b/x', '/b/y', '/a/y'].includes(path),
  };
  t.equal(findProgram(host, ['x', 'y']), '/b/x');
  t.equal(findProgram(host, ['y']), '/a/y');
  t.equal(findProgram(host, ['z']), undefined);
});

t.test('this machine is read as it is', async (t) => {
  const file = join(t.testdir({ sub: {} }), 'file');
  writeFileSync(file, 'abcdef');
  t.equal(Buffer.from(realHost.readStart(file, 3) ?? []).toString(), 'abc');
  t.equal(realHost.readText(file), 'abcdef');
  t.notOk(realHost.isExecutable(file));
  t.ok(realHost.isExecutable(process.execPath));
  t.same(realHost.list(`${file}/..`), []);
  t.same(realHost.list(join(file, '..').replace(/\/file$/, '')).toSorted(), ['file', 'sub']);
});

t.test('what is not there reads as nothing', async (t) => {
  t.equal(realHost.readStart('/nonexistent', 3), undefined);
  t.equal(realHost.readText('/nonexistent'), undefined);
  t.same(realHost.list('/nonexistent'), []);
});

t.test('a program gives its status and both outputs; one that is absent, 127', async (t) => {
  t.same(realHost.run(['sh', '-c', 'echo a; echo b >&2; exit 4']), { status: 4, output: 'a\nb\n' });
  t.equal(realHost.run(['/nonexistent/program']).status, 127);
});
