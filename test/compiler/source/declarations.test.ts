import * as fc from 'fast-check';
import t from 'tap';
import { annotatedSource, declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test('awkward sources lose nothing', async (t) => {
  const { functions, maps, variables, tags, tree } = await declarationsOf(await annotatedSource('awkward.c'));
  t.same(
    functions.map(({ name, section, isProgram }) => [name, section, isProgram]),
    [
      ['helper', undefined, false],
      ['joined', 'kprobe/joined', true],
      ['branched', 'kretprobe/a', true],
      ['lone', '?fentry/x', true],
      ['by_macro', undefined, true],
      ['by_attribute', 'tc', true],
    ],
  );
  t.same(
    maps.map(({ name, type, key, value }) => [name, type, key, value]),
    [
      ['outer', 'BPF_MAP_TYPE_HASH', 'u32', undefined],
      ['legacy', undefined, undefined, undefined],
      ['shaped', 'BPF_MAP_TYPE_ARRAY', undefined, 'u64'],
    ],
  );
  t.match(
    variables.map(({ name }) => name),
    ['LICENSE', 'LINUX_KERNEL_VERSION', 'some_symbol', 'first', 'second', 'globals', 'callback'],
  );
  t.same(
    tags.flatMap(({ name }) => name ?? []),
    ['branch_a', 'branch_b', 'pair', 'shape', 'survivor'],
  );
  t.same(tree.masked.includes, ['"vmlinux.h"', '<bpf/bpf_helpers.h>', '"local.h"']);
});

t.test('variables keep their section and qualifiers', async (t) => {
  const { variables } = await declarationsOf(
    'const volatile int a = 1, *b; static struct p { int x; } c[2] SEC(".data.n"), d; extern bool E __kconfig; int f(void);',
  );
  t.same(
    variables.map((v) => [
      v.name,
      v.section,
      v.const,
      v.volatile,
      v.static,
      v.extern,
      v.type.pointers,
      v.type.arrays,
    ]),
    [
      ['a', undefined, true, true, false, false, 0, 0],
      ['b', undefined, true, true, false, false, 1, 0],
      ['c', '.data.n', false, false, true, false, 0, 1],
      ['d', undefined, false, false, true, false, 0, 0],
      ['E', undefined, false, false, false, true, 0, 0],
    ],
  );
});

t.test('a program made by a macro has the name and parameters that were given', async (t) => {
  const { functions } = await declarationsOf(
    'SEC("a") int BPF_KPROBE(one, int x, struct s *y) { } SEC("b") int BPF_PROG(two) { } SEC("c") int three(void) { } int BPF_USDT(four, void *p) {}',
  );
  t.same(
    functions.map(({ name, parameters }) => [name, parameters.map((parameter) => parameter.name).join()]),
    [
      ['one', 'x,y'],
      ['two', ''],
      ['three', ''],
      ['four', 'p'],
    ],
  );
});

t.test('typedefs tell what they stand for', async (t) => {
  const { typedefs } = await declarationsOf(
    'typedef struct event event_t, *event_p; typedef unsigned   int uint;',
  );
  t.same(
    typedefs.map(({ name, type }) => [name, type.kind, type.name, type.pointers]),
    [
      ['event_t', 'struct', 'event', 0],
      ['event_p', 'struct', 'event', 1],
      ['uint', 'name', 'unsigned int', 0],
    ],
  );
});

t.test('comments beside nothing are left over', async (t) => {
  const { loose } = await declarationsOf(
    '/// a\n#define X\n/// b\nint c;\nint f(void) { /// d\n return 0; }\n/// e\n',
  );
  t.same(
    loose.map((doc) => doc.lines[0]?.text),
    ['a', 'd', 'e'],
  );
});

t.test('a broken line costs only itself', async (t) => {
  const source = await annotatedSource('every-annotation.bpf.c');
  const whole = await declarationsOf(source);
  const broken = await declarationsOf(
    source.replace('int on_packet(struct xdp_md *ctx)', 'int on_packet(struct xdp_md *'),
  );
  const names = (facts: typeof whole) =>
    [...facts.functions, ...facts.maps, ...facts.variables].map(({ name }) => name);
  const lost = names(whole).filter((name) => !names(broken).includes(name));
  t.ok(
    lost.every((name) => ['on_packet', 'on_ingress'].includes(name)),
    lost.join(),
  );
});

t.test('declarations of any text lie in it', async () => {
  const piece = fc.constantFrom(
    'struct',
    ' a ',
    ' b',
    '{',
    '}',
    ';',
    '(',
    ')',
    'SEC("x")',
    'int ',
    '*',
    'typedef ',
    '/// @d\n',
    '#if A\n',
    '#else\n',
    '#endif\n',
    ',',
    '=',
    '1',
    'union ',
    'enum ',
    '[2]',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 50 }), async (pieces) => {
      const facts = await declarationsOf(pieces.join(''));
      const all = [...facts.functions, ...facts.maps, ...facts.variables, ...facts.typedefs];
      return all.every(({ name, at }) => facts.tree.source.startsWith(name, at));
    }),
    { numRuns: 200 },
  );
});
