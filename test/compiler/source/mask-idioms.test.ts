import * as fc from 'fast-check';
import t from 'tap';
import { maskIdioms } from '../../../compiler/source/mask-idioms.js';
import { cpuTimeOf } from '../../fixtures/cpu-time.js';

const mask = (source: string): string => maskIdioms(source).text.replace(/\s+/g, ' ').trim();

t.test('sections and attributes are taken out and remembered', async (t) => {
  const masked = maskIdioms('SEC("kprobe/" "x") __weak int f(void) __attribute__((section("tc"), packed));');
  t.equal(masked.text.replace(/\s+/g, ' ').trim(), 'int f(void) ;');
  t.same(
    masked.sections.map(({ name }) => name),
    ['kprobe/x', 'tc'],
  );
  t.equal(masked.packed.length, 1);
  t.same(maskIdioms('SEC(NAME) int a;').sections, [{ start: 0, name: undefined }]);
});

t.test('the fields of a map are taken out and remembered', async (t) => {
  const masked = maskIdioms(
    'struct { __uint(type, BPF_MAP_TYPE_HASH); __type(key, struct a); } m SEC(".maps");',
  );
  t.equal(masked.text.replace(/\s+/g, ' ').trim(), 'struct { } m ;');
  t.same(masked.mapFields, [
    { owner: 7, name: 'type', value: 'BPF_MAP_TYPE_HASH' },
    { owner: 7, name: 'key', value: 'struct a' },
  ]);
});

t.test('a macro that stands alone is taken out, a function or a call is not', async (t) => {
  t.equal(mask('A(1)\nint b;'), 'int b;');
  t.equal(mask('struct x { A(1)\nint b; };'), 'struct x { int b; };');
  t.equal(mask('A(1);'), 'A(1);');
  t.equal(mask('int f(void) { A(1)\n; }'), 'int f(void) { A(1) ; }');
});

t.test('a loop made by a macro becomes a loop that the grammar knows', async (t) => {
  t.equal(
    mask('int f(void) { bpf_for(i, 0, 3) { } abc(x) { } }'),
    'int f(void) { while (i, 0, 3) { } if (x) { } }',
  );
});

t.test('types as arguments become expressions, in calls alone', async (t) => {
  t.equal(mask('int f(void) { g(struct x *, 1); }'), 'int f(void) { g( x , 1); }');
  t.equal(
    mask('int f(void) { g(sizeof(struct x), (struct y *)z); }'),
    'int f(void) { g(sizeof(struct x), (struct y *)z); }',
  );
  t.equal(mask('int f(struct x *, int);'), 'int f(struct x *, int);');
});

t.test('includes are listed with their quotes', async (t) => {
  t.same(maskIdioms('#include "a.h"\n# include <b/c.h> // d\n/* #include "e.h" */').includes, [
    '"a.h"',
    '<b/c.h>',
  ]);
});

t.test('any text keeps its length, and every word that remains its place', async () => {
  const piece = fc.constantFrom(
    'SEC("x")',
    '__weak',
    'f(',
    ')',
    '{',
    '}',
    'struct',
    'a',
    '"',
    '/*',
    '*/',
    '//',
    '\n',
    '#if 0\n',
    '#endif\n',
    ',',
    ';',
    '__uint(type, 1);',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join('');
      const { text } = maskIdioms(source);
      if (text.length !== source.length) return false;
      return text
        .split('')
        .every(
          (character, at) => character === ' ' || character === source[at] || 'while'.includes(character),
        );
    }),
  );
});

t.test('hostile repetition takes linear time', async (t) => {
  for (const piece of [
    'f(x) ',
    'SEC("a") ',
    '__weak ',
    'g(struct x',
    '{{((',
    '#if 0\n',
    'a(){',
    '/// @x\n',
    '__attribute__((',
  ]) {
    const took = cpuTimeOf(() => void maskIdioms(piece.repeat(100_000 / piece.length)));
    t.ok(took < 3000, `${piece}: ${took} ms`);
  }
});
