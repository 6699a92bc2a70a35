import t from 'tap';
import { resolveTypes } from '../../../compiler/describe/resolve-types.js';
import { findKept, ringBuffer } from '../../fixtures/annotations/find-kept.js';

t.test('types are what stands behind typedefs; what is only declared is none', async (t) => {
  const { btf, kept } = await findKept(t.testdir(), {
    'a.bpf.c':
      'struct a { int x; };\ntypedef struct { int y; } b_t;\n' +
      `/// @event struct a, b_t, struct none\n${ringBuffer('rb')}`,
  });
  const resolved = resolveTypes(btf, kept);
  t.same([...resolved.keys()], ['struct a', 'b_t']);
  t.match(resolved.get('struct a'), { kind: 'struct', name: 'a' });
  t.match(resolved.get('b_t'), { kind: 'struct', name: '', members: [{ name: 'y' }] });
});

t.test('a type that a function has for itself is not taken for the one of that name', async (t) => {
  const { btf, kept } = await findKept(t.testdir(), {
    'a.bpf.c': `struct a { long outer; };
SEC("xdp") int f(void *c) { struct a { int inner; } x = {1}; struct a *volatile p = &x; return p->inner; }
`,
  });
  t.match(resolveTypes(btf, kept).get('struct a'), { members: [{ name: 'outer' }] });
});

t.test('a keeper that was not asked for is passed by', async (t) => {
  const { btf } = await findKept(t.testdir(), { 'a.bpf.c': 'struct a { int x; };\n' });
  t.equal(resolveTypes(btf, []).size, 0);
});
