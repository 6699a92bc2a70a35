import t from 'tap';
import { bytesOf, describeData, describeDataMap } from '../../../compiler/describe/describe-data.js';
import type { Annotations } from '../../../compiler/annotations/read-annotations.js';
import type { DataSection, DataVariable } from '../../../core/object/types.js';
import { findKept } from '../../fixtures/annotations/find-kept.js';

const variable = (name: string, offset: number, isStatic = false): DataVariable => ({
  name,
  typeId: 1,
  offset,
  size: 1,
  static: isStatic,
});
const section: DataSection = {
  name: '.rodata',
  sectionIndex: 1,
  size: 2,
  data: Uint8Array.of(1, 2),
  variables: [variable('a', 0), variable('b', 1)],
};

t.test('the bytes of a variable are those at its place', async (t) => {
  t.same([...bytesOf(section, variable('b', 1))], [2]);
});

t.test('types have no qualifiers, statics are not listed', async (t) => {
  const { object } = await findKept(t.testdir(), {
    'a.bpf.c': `const volatile int limit = 3; static volatile int hidden; struct a { int x; };
SEC("xdp") int f(void *c) { return limit + hidden++; }
`,
  });
  t.same(describeData(object), [{ name: '.rodata', variables: [{ name: 'limit', type: 'int' }] }]);
  t.same(describeData({ ...object, btf: undefined }), []);
});

t.test('a bool that begins as true says so, unless its author says something else', async (t) => {
  const { object } = await findKept(t.testdir(), {
    'a.bpf.c': `typedef _Bool bool; struct a { int x; };
const volatile bool yes = 1, no = 0, said = 1, asked = 1; const volatile _Bool raw = 1; const volatile int n = 1;
SEC("xdp") int f(void *c) { return yes + no + said + asked + raw + n; }
`,
  });
  const says = (manifest: Annotations['manifest']): Annotations => ({ manifest, own: {}, at: 0 });
  const [rodata] = describeData(
    object,
    new Map([
      ['said', says({ value: false })],
      ['asked', says({ cmdarg: { default: false } })],
      ['no', says({ description: 'off', cmdarg: { long: 'no' } })],
    ]),
  );
  const values = new Map(rodata?.variables.map(({ name, value }) => [name, value]));
  t.same(
    values,
    new Map<string, unknown>([
      ['yes', true],
      ['no', undefined],
      ['said', false],
      ['asked', undefined],
      ['raw', undefined],
      ['n', undefined],
    ]),
  );
  t.match(rodata?.variables[1], { name: 'no', description: 'off', cmdarg: { long: 'no' } });
});

t.test('an annotation cannot take the place of what the object says', async (t) => {
  const { object } = await findKept(t.testdir(), {
    'a.bpf.c': 'int n; struct a { int x; }; SEC("xdp") int f(void *c) { return n++; }\n',
  });
  const said = new Map([['n', { manifest: { name: 'm', type: 'long' }, own: {}, at: 0 }]]);
  t.same(describeData(object, said), [{ name: '.bss', variables: [{ name: 'n', type: 'int' }] }]);
});

t.test('a section is a map, which user space may map when it has a variable', async (t) => {
  t.same(describeDataMap(section, 'a_bpf'), { name: 'a_bpf.rodata', ident: 'rodata', mmaped: true });
  const hidden = { ...section, variables: [variable('a', 0, true)] };
  t.same(describeDataMap(hidden, 'a_bpf'), { name: 'a_bpf.rodata', ident: 'rodata' });
});
