import t from 'tap';
import { readHeader, readSource } from '../../compiler/read-source.js';

t.test('a source is read, with the directory it is in', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int x;' });
  t.same(readSource(`${dir}/a.bpf.c`), { path: `${dir}/a.bpf.c`, directory: dir, text: 'int x;' });
});

t.test('what cannot be compiled is refused in one sentence', async (t) => {
  const dir = t.testdir({ 'empty.bpf.c': ' \n', 'dir.c': {}, 'a.txt': 'x' });
  const cases: [string, RegExp, RegExp?][] = [
    [`${dir}/none.bpf.c`, /no such file/],
    [`${dir}/none`, /no such file/, /\*\.bpf\.c/],
    [`${dir}/dir.c`, /it is a directory/],
    [`${dir}/a.txt`, /it is no C source/],
    [`${dir}/empty.bpf.c`, /the file is empty/],
  ];
  for (const [path, message, cure] of cases) {
    t.throws(
      () => readSource(path),
      { message, code: 'usage', exitCode: 2, ...(cure ? { cure } : {}) },
      path,
    );
  }
});

t.test('a name that begins with a dash is no option of clang', async (t) => {
  const dir = t.testdir({ '-a.c': 'int x;' });
  const before = process.cwd();
  process.chdir(dir);
  t.teardown(() => process.chdir(before));
  t.equal(readSource('-a.c').path, './-a.c');
});

t.test('a header can be a source when it is asked for as one', async (t) => {
  const dir = t.testdir({ 'a.h': 'struct a { int x; };', 'a.txt': 'x' });
  t.throws(() => readSource(`${dir}/a.h`), { code: 'usage', message: /it is no C source/ });
  t.equal(readSource(`${dir}/a.h`, { headers: true }).text, 'struct a { int x; };');
  t.throws(() => readSource(`${dir}/a.txt`, { headers: true }), { message: /neither C source nor header/ });
});

t.test('a header is read by any name, and its absence told in one sentence', async (t) => {
  const dir = t.testdir({ 'a.inc': 'struct a { int x; };', sub: {} });
  t.same(readHeader(`${dir}/a.inc`), { path: `${dir}/a.inc`, text: 'struct a { int x; };' });
  t.throws(() => readHeader(`${dir}/b.h`), {
    code: 'usage',
    message: `read header '${dir}/b.h': no such file`,
  });
  t.throws(() => readHeader(`${dir}/sub`), { code: 'usage', message: /it is a directory/ });
});
