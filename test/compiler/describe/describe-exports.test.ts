import t from 'tap';
import { describeExports } from '../../../compiler/describe/describe-exports.js';
import { resolveTypes } from '../../../compiler/describe/resolve-types.js';
import { findKept } from '../../fixtures/annotations/find-kept.js';

t.test('structs are listed as ecc does it, with the id of the struct itself', async (t) => {
  const { btf, facts, kept } = await findKept(t.testdir(), {
    'a.bpf.c': `struct event { unsigned int pid; char comm[16]; const char *name; union { int a; }; } __attribute__((packed));
typedef struct { long took; } bare_t;
`,
  });
  const [event, bare, ...more] = describeExports(btf, facts.plan, resolveTypes(btf, kept));
  t.same(more, []);
  t.match(event, {
    name: 'event',
    size: 32,
    members: [
      { name: 'pid', type: 'unsigned int' },
      { name: 'comm', type: 'char[16]' },
      { name: 'name', type: 'const char *' },
      { name: '', type: 'union {...}' },
    ],
  });
  t.match(btf.types[event?.type_id ?? 0], { kind: 'struct', name: 'event' });
  t.match(bare, { name: 'bare_t', size: 8, members: [{ name: 'took', type: 'long' }] });
  t.match(btf.types[bare?.type_id ?? 0], { kind: 'struct', name: '' });
});

t.test('what the object does not have is not listed', async (t) => {
  const { btf, facts } = await findKept(t.testdir(), { 'a.bpf.c': 'struct a { int x; };\n' });
  t.same(describeExports(btf, facts.plan, new Map()), []);
});
