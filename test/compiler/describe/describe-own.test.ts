import t from 'tap';
import { describeOwn } from '../../../compiler/describe/describe-own.js';
import { resolveTypes } from '../../../compiler/describe/resolve-types.js';
import { version } from '../../../core/version.js';
import { findKept, ringBuffer } from '../../fixtures/annotations/find-kept.js';

t.test('what there is nothing to say about is left out', async (t) => {
  const { object } = await findKept(t.testdir(), { 'a.bpf.c': 'struct a { int x; };\n' });
  t.same(describeOwn(object), { format: 1, version });
});

t.test('programs, maps, variables and types by their names', async (t) => {
  const { object, facts, kept, btf } = await findKept(t.testdir(), {
    'a.bpf.c': `enum kind { A };
struct a { int x; struct { int y; /**< @format kind */ } in; };
/// @event struct a
${ringBuffer('rb')}
static volatile int hidden = -2;
/// @fallback xdp @optional @alternative one
SEC("xdp") int f(void *c) { static const char ____fmt[] = "x"; return hidden++ + *(volatile char *)____fmt; }
`,
  });
  const resolved = resolveTypes(btf, kept);
  t.same(describeOwn(object, { facts, resolved }), {
    format: 1,
    version,
    programs: { f: { kind: 'xdp', helpers: [], fallback: ['xdp'], optional: true, alternative: 'one' } },
    maps: { rb: { events: [{ type: 'struct a', btf_type_id: resolved.get('struct a')?.id }] } },
    variables: { '.data': { hidden: { type: 'int', offset: 0, size: 4, initial: -2, static: true } } },
    types: { a: { members: { 'in.y': { format: 'kind', enum_type_id: resolved.get('enum kind')?.id } } } },
  });
});

t.test('names that reach into prototypes are left out, for such a package would be refused', async (t) => {
  const { object } = await findKept(t.testdir(), {
    'a.bpf.c':
      'int constructor, plain; struct a { int x; };\nSEC("xdp") int prototype(void *c) { return constructor++ + plain++; }\n',
  });
  const { programs, variables } = describeOwn(object);
  t.equal(programs, undefined);
  t.same(Object.keys(variables?.['.bss'] ?? {}), ['plain']);
});
