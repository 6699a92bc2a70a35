import t from 'tap';
import { matchFacts } from '../../../compiler/describe/match-facts.js';
import { findKept } from '../../fixtures/annotations/find-kept.js';

t.test('a source that was not read says nothing', async (t) => {
  t.same(matchFacts({ facts: undefined, kept: [] }, { btf: undefined }), {
    said: undefined,
    diagnostics: [],
  });
});

t.test('types are found in the object, and what the source has wrong is told', async (t) => {
  const { facts, kept, object } = await findKept(t.testdir(), {
    'a.bpf.c': `/// @cmdrag 1\nint a;\nstruct event { int x; };\n`,
  });
  const { said, diagnostics } = matchFacts({ facts, kept }, object);
  t.match(diagnostics, [{ severity: 'warning', text: /@cmdrag/ }]);
  t.ok(said?.facts === facts);
  t.same([...(said?.resolved.keys() ?? [])], ['struct event']);
});

t.test('an object without BTF has no types to find', async (t) => {
  const { facts, kept } = await findKept(t.testdir(), { 'a.bpf.c': 'struct event { int x; };\n' });
  t.same(matchFacts({ facts, kept }, { btf: undefined }).said?.resolved, new Map());
});
