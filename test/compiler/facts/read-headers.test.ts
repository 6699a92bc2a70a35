import t from 'tap';
import { includeDirectories, parseHeader, readHeaders } from '../../../compiler/facts/read-headers.js';
import { declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test('directories of headers are those that the flags add for quotes', async (t) => {
  t.same(includeDirectories(['-Ia', '-I', 'b', '-iquotec', '-iquote', 'd', '-isystem', 'e', '-DX', '-I']), [
    'a',
    'b',
    'c',
    'd',
  ]);
});

t.test('quoted headers are read once each, those of headers too, wherever clang finds them', async (t) => {
  const dir = t.testdir({
    src: {
      'a.h': '#include "sub/b.h"\n#include "a.h"\nstruct a { int x; };',
      sub: { 'b.h': '#include "c.h"\nstruct b { int x; };', 'c.h': 'struct c { int x; };' },
      'angle.h': 'struct angle { int x; };',
    },
    include: { 'd.h': 'struct d { int x; };', 'a.h': 'struct other { int x; };' },
  });
  const source = await declarationsOf(
    '#include <angle.h>\n#include "a.h"\n#include "d.h"\n#include "none.h"\n#include "sub"\n',
  );
  const headers = await readHeaders(`${dir}/src/x.bpf.c`, source, [`${dir}/include`]);
  t.same(
    headers.map(({ path, declarations }) => [path.slice(dir.length), declarations.tags[0]?.name]),
    [
      ['/src/a.h', 'a'],
      ['/include/d.h', 'd'],
      ['/src/sub/b.h', 'b'],
      ['/src/sub/c.h', 'c'],
    ],
  );
});

t.test('a header of kernel size is left to clang', async (t) => {
  const dir = t.testdir({ 'big.h': `struct a { int x; };\n${' '.repeat(600 * 1024)}` });
  t.same(await readHeaders(`${dir}/x.c`, await declarationsOf('#include "big.h"')), []);
});

t.test('function bodies of a header are not looked into', async (t) => {
  const { functions } = await parseHeader('static int f(void) { struct a b; return 0; }');
  t.same(
    functions.map(({ name, body }) => [name, body.children.length]),
    [['f', 0]],
  );
});
