import t from 'tap';
import { CompileError } from '../../compiler/compile-error.js';

t.test('a compile error ends tsecc with 1 and carries what clang found', async (t) => {
  const found = { severity: 'error' as const, text: 'no', notes: [] };
  t.match(new CompileError('compile a.c', [found], { cure: 'b' }), {
    exitCode: 1,
    diagnostics: [found],
    cure: 'b',
    name: 'CompileError',
  });
});
